import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What stands behind the one port. */
export interface Rooms {
  graphql: {
    handle(request: IncomingMessage, response: ServerResponse): void;
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  };
  files(request: IncomingMessage, response: ServerResponse): unknown;
  speed(request: IncomingMessage, response: ServerResponse): unknown;
  downloads(request: IncomingMessage, response: ServerResponse): void;
  portal?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** The port to listen on is in use. */
export class PortTaken extends Error {}

/**
 * One door: `/graphql` to the gateway, `/files/…` to the assets, `/speed/…` to what agents measure with, `/download/…` to
 * the Worker App's files, everything else to the portal; 503 until it is opened.
 */
export class Front {
  readonly #server = createServer({
    keepAliveTimeout: 65_000,
    headersTimeout: 20_000,
    requestTimeout: 4 * 3_600_000, // the largest file over a slow line; one that stands still ends where it is received
  });
  readonly #public: URL | undefined;
  #rooms: Rooms | undefined;

  /** `publicUrl` is where browsers find it, when a proxy stands before it. */
  constructor(publicUrl?: string) {
    this.#public = publicUrl === undefined ? undefined : new URL(publicUrl);
    this.#server.on('request', (request, response) => {
      this.#seeThroughProxies(request);
      this.#answer(request, response);
    });
    this.#server.on('upgrade', (request, socket, head) => {
      this.#seeThroughProxies(request);
      if (this.#rooms && pathOf(request) === '/graphql') this.#rooms.graphql.upgrade(request, socket, head);
      else socket.destroy();
    });
  }

  /** Starts listening; resolves to the port. Rejects with PortTaken. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        const taken = `Port ${port} of ${host} is taken by another program: end it, or choose another by PORT.`;
        reject(error.code === 'EADDRINUSE' ? new PortTaken(taken) : error);
      });
      this.#server.listen(port, host, () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  open(rooms: Rooms): void {
    this.#rooms = rooms;
  }

  /** Takes no new connections; those that are open go on. */
  stopAccepting(): void {
    this.#server.close();
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    const closed = this.#server.listening ? once(this.#server, 'close') : undefined;
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** A browser vouches for its Origin, so a page of the public address is our own even if a proxy renamed the host. */
  #seeThroughProxies({ headers }: IncomingMessage): void {
    const ours = this.#public;
    const protocol = headers['x-forwarded-proto'];
    if (ours && headers.origin === ours.origin) {
      headers.host = ours.host;
      headers['x-forwarded-proto'] = ours.protocol.slice(0, -1);
    } else if (typeof protocol === 'string') headers['x-forwarded-proto'] = protocol.split(',', 1)[0]!.trim();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const rooms = this.#rooms;
    const path = pathOf(request);
    if (!rooms) response.writeHead(503, { 'retry-after': '1' }).end();
    else if (path === '/graphql') rooms.graphql.handle(request, response);
    else if (path.startsWith('/files/')) rooms.files(request, response);
    else if (path.startsWith('/speed/')) rooms.speed(request, response);
    else if (path.startsWith('/download/')) rooms.downloads(request, response);
    else if (rooms.portal) rooms.portal(request, response);
    else response.writeHead(404).end();
  }
}

const pathOf = (request: IncomingMessage) => request.url!.split('?', 1)[0]!;
