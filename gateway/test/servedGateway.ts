import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import WebSocket from 'ws';
import { createGateway, type Gateway, type GatewayOptions } from '../src/gateway.ts';
import { HttpSubgraph } from '../src/httpSubgraph.ts';
import type { Json } from '../src/run.ts';
import type { Subgraph } from '../src/subgraph.ts';
import { RawSocket } from './rawSocket.ts';
import { silentLog } from './silentLog.ts';

interface Options extends Partial<GatewayOptions> {
  readonly supergraph: string;
  readonly identity?: Subgraph['identity'];
}
type Headers = Readonly<Record<string, string>>;

/** A gateway on a port of its own, and clients of it. */
export class ServedGateway {
  readonly gateway: Gateway;
  readonly #server: Server;
  #clients: { dispose(): unknown }[] = [];

  private constructor(gateway: Gateway, server: Server) {
    this.gateway = gateway;
    this.#server = server;
  }

  static async start({ identity = 'headers', ...options }: Options): Promise<ServedGateway> {
    const gateway = createGateway({
      log: silentLog,
      connect: (name, url) => new HttpSubgraph(name, url, { identity }),
      ...(!options.identify && { forwardHeaders: ['x-user'] }),
      ...options,
    });
    await gateway.start();
    const server = createServer((request, response) => gateway.handle(request, response));
    server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ServedGateway(gateway, server);
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async post(body: unknown, headers: Headers = {}): Promise<{ status: number; body: Json }> {
    const response = await fetch(`http://${this.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  /** A client as users have it. */
  client(connectionParams: Json = {}, options: Partial<ClientOptions> = {}): Client {
    const url = `ws://${this.host}/graphql`;
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams,
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  /** A bare socket, for what clients should not do. */
  async socket(headers: Headers = {}, protocols: string[] = ['graphql-transport-ws']): Promise<RawSocket> {
    const socket = await RawSocket.open(`ws://${this.host}/graphql`, protocols, headers);
    this.#clients.push(socket);
    return socket;
  }

  /** A counter of the gateway; with labels if they are given as they are printed. */
  async metric(name: string): Promise<number> {
    const text = await this.gateway.metrics.metrics();
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(name.length) ?? 0);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()));
    this.#server.close();
    await this.gateway.close();
    this.#server.closeAllConnections();
  }
}

/** What one subscription of a client saw: payloads, then perhaps `{ error }` or 'complete'. */
export function listen(client: Client, query: string, variables: Json = {}) {
  const seen: Json[] = [];
  const stop = client.subscribe(
    { query, variables },
    {
      next: (payload) => seen.push(payload),
      error: (error) => seen.push({ error }),
      complete: () => seen.push('complete'),
    },
  );
  return { seen, stop };
}
