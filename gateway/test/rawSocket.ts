import WebSocket from 'ws';
import type { Json } from '../src/run.ts';
import { until } from './until.ts';

type Headers = Readonly<Record<string, string>>;

/** A WebSocket that speaks only as told to, and remembers what it heard. */
export class RawSocket {
  readonly received: Json[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('message', (data) => this.received.push(JSON.parse(String(data))));
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
    );
  }

  /** Rejects with the status if the upgrade is refused. */
  static async open(url: string, protocols: string[], headers: Headers): Promise<RawSocket> {
    const socket = new WebSocket(url, protocols, { headers });
    const opened = new RawSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('unexpected-response', (_, { statusCode }) => reject(new Error(`status ${statusCode}`)));
    });
    return opened;
  }

  send(message: unknown): void {
    this.#socket.send(
      typeof message === 'string' || message instanceof Buffer ? message : JSON.stringify(message),
    );
  }

  /** Joins as a client of that connection_init payload; resolves when acknowledged. */
  async join(payload?: Json): Promise<this> {
    this.send({ type: 'connection_init', ...(payload && { payload }) });
    await this.heard({ type: 'connection_ack' });
    return this;
  }

  subscribe(id: string, query: string, variables: Json = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The first message like this, as soon as it is there. */
  async heard(like: Json): Promise<Json> {
    const find = () =>
      this.received.find((message) => Object.keys(like).every((key) => message[key] === like[key]));
    await until(find);
    return find();
  }

  /** Stops reading: what the other side sends stays in its buffers. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Goes without a word. */
  dispose(): void {
    this.#socket.terminate();
  }
}
