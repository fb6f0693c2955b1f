import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, graphql } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { apiSdl } from '@pictor/schema';
import { fakeMutations } from './fakeMutations.ts';
import { FakeRecords } from './FakeRecords.ts';
import type { FakeTask } from './FakeTask.ts';
import { fakeTerms } from './fakeTerms.ts';

/**
 * A platform of one worker that answers by the real contract, in memory, over real sockets. It checks what an agent
 * must prove, and can fail in the ways a platform does.
 */
export class FakePlatform extends FakeRecords {
  #reject: { code: number; reason: string } | undefined;
  #down = false;
  readonly #hints: (() => void)[] = [];
  readonly #sockets = new Set<WebSocket>();
  readonly #server: Server;

  constructor() {
    super();
    this.#server = createServer((request, response) => void this.#http(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.#down) return void socket.destroy();
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.#sockets.add(webSocket);
        webSocket.once('close', () => this.#sockets.delete(webSocket));
        sockets.emit('connection', webSocket, request);
      });
    });
    const schema = buildSchema(apiSdl());
    useServer(
      {
        schema,
        roots: { query: fakeTerms(this), mutation: this.#mutations, subscription: this.#subscriptions },
        onConnect: ({ connectionParams, extra }) => {
          const { authorization, run } = connectionParams ?? {};
          const known = authorization === `Bearer ${this.credential}`;
          const rejected = known ? this.#reject : { code: 4401, reason: 'UNAUTHENTICATED' };
          if (rejected) {
            extra.socket.close(rejected.code, rejected.reason);
            return false;
          }
          this.runs.push(String(run));
          return true;
        },
      },
      sockets,
    );
  }

  get gateway(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    this.cut();
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  get connections(): number {
    return this.#sockets.size;
  }

  /** Cuts all connections, as a network does. */
  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  /** Vanishes, or comes back. */
  setDown(down: boolean): void {
    this.#down = down;
    if (down) this.cut();
  }

  /** Closes connections with this code from now on, those that are up too; undefined ends that. */
  reject(with_: { code: number; reason: string } | undefined): void {
    this.#reject = with_;
    if (with_) for (const socket of this.#sockets) socket.close(with_.code, with_.reason);
  }

  addTask(input: Buffer, band: NonNullable<FakeTask['band']>): FakeTask {
    return this.#add({ id: randomUUID(), input, band, frames: new Map(), state: 'QUEUED' });
  }

  /** Adds a task to render frames of a scene. */
  addRender(
    input: Buffer,
    frames: number[],
    change: Partial<NonNullable<FakeTask['render']>> = {},
  ): FakeTask {
    const render = { frames, width: 64, height: 36, samples: 2, format: 'PNG8' as const, ...change };
    return this.#add({ id: randomUUID(), input, render, frames: new Map(), state: 'QUEUED' });
  }

  #add(task: FakeTask): FakeTask {
    this.tasks.push(task);
    for (const hint of this.#hints) hint();
    return task;
  }

  /** Takes a task away from its attempt. */
  requeue(task: FakeTask): void {
    task.state = 'QUEUED';
    delete task.attempt;
    task.frames.clear();
  }

  readonly #mutations = fakeMutations(this, () => this.cut());

  #subscriptions = {
    workAvailable: () => {
      let wake: () => void = () => undefined;
      this.#hints.push(() => wake());
      const next = async () => {
        await new Promise<void>((resolve) => (wake = resolve));
        return { done: false as const, value: { workAvailable: { at: new Date().toISOString() } } };
      };
      const end = async () => (wake(), { done: true as const, value: undefined });
      return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
    },
  };

  async #http(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (this.#down) return void request.socket.destroy();
    const path = new URL(request.url ?? '', 'http://x').pathname;
    if (path === '/graphql') {
      const { query, variables } = JSON.parse(body.toString()) as { query: string; variables: object };
      const result = await graphql({
        schema: buildSchema(apiSdl()),
        source: query,
        rootValue: this.#mutations,
        variableValues: { ...variables },
      });
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    }
    const status = this.fileRefusals.shift();
    if (status !== undefined) return void response.writeHead(status).end();
    const id = path.replace('/files/', '');
    const place = this.assets.get(id);
    if (request.method === 'PUT' && place) {
      if (place.sizeBytes !== body.length) return void response.writeHead(400).end();
      this.uploads.set(id, body);
      if (place.frame !== undefined) {
        this.frameUploads.push(place.frame);
        this.tasks.find(({ attempt }) => attempt?.id === place.attemptId)?.frames.set(place.frame, id);
      }
      return void response.writeHead(204).end();
    }
    const task = this.tasks.find((each) => each.id === id);
    if (!task) return void response.writeHead(404).end();
    this.downloads++;
    response.end(task.input);
  }
}
