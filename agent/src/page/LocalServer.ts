import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { AgentError } from '../AgentError.ts';
import { diskFull } from '../home/diskFull.ts';
import type { Log } from '../log.ts';
import { readAsset } from './assets.ts';
import { checkOrigin } from './checkOrigin.ts';
import type { Keys } from './Keys.ts';
import type { LiveStreams } from './LiveStreams.ts';
import { LocalError } from './LocalError.ts';
import { readBody } from './readBody.ts';

/** What can be asked of the local server, by method and path; each takes the JSON of the body and answers JSON. */
export type Routes = Readonly<Record<string, (body: unknown) => unknown>>;

export interface LocalServerOptions {
  readonly keys: Keys;
  readonly streams: LiveStreams;
  /** What a stream begins with. */
  readonly known: () => readonly object[];
  readonly routes: Routes;
  /** Whether there is a page; without, commands alone are served. */
  readonly hasPage: boolean;
  readonly log: Log;
}

const FIRST_PORT = 4820;
const PORTS_TRIED = 20;
/** Far more than pages and commands use, and far fewer than would fill this process. */
const MOST_CONNECTIONS = 64;
/** Whoever connects says so soon what they want, and all of it; else the connection is taken back. */
const LIMITS = { headersTimeout: 5_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The agent's own server, for the page and the commands of this machine's owner and for nobody else. */
export class LocalServer {
  readonly #options: LocalServerOptions;
  readonly #server = createServer(LIMITS, (request, response) => {
    this.#serve(request, response).catch((error: unknown) => this.#refuse(response, error));
  });

  constructor(options: LocalServerOptions) {
    this.#options = options;
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  /** Where it listens. */
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Listens on this machine alone, on the first port that is free. */
  async listen(): Promise<void> {
    const ports = Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index);
    for (const port of [...ports, 0]) if (await this.#listenOn(port)) return;
    throw new Error('No port is free.');
  }

  async close(): Promise<void> {
    this.#options.streams.close();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #listenOn(port: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException): void =>
        error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error);
      this.#server.once('error', fail);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.removeListener('error', fail);
        resolve(true);
      });
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    checkOrigin(request.headers, this.port);
    const { keys, streams, known, routes, hasPage } = this.#options;
    const [path = '/'] = (request.url ?? '/').split('?');
    if (!path.startsWith('/api/')) return this.#asset(request, response, path);
    if (path === '/api/session' && hasPage && request.method === 'POST')
      return answer(response, this.#trade(await readBody(request)));
    const [scheme, bearer = ''] = (request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || !keys.knows(bearer))
      throw new LocalError(401, 'STRANGER', 'Open the page anew: pictor-worker page prints its address.');
    if (path === '/api/live' && request.method === 'GET') return streams.add(response, known());
    const name = `${request.method} ${path}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!route) throw new LocalError(404, 'NOT_FOUND', 'There is nothing of that name.');
    const body = request.method === 'GET' ? undefined : await readBody(request);
    answer(response, await route(body));
  }

  async #asset(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const asset = this.#options.hasPage ? await readAsset(path) : undefined;
    if (!asset) throw new LocalError(404, 'NOT_FOUND', 'There is no such page.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new LocalError(405, 'METHOD_REFUSED', 'A page is only read.');
    response.setHeader('content-type', asset.type);
    response.end(asset.bytes);
  }

  #trade(body: unknown): { bearer: string } {
    const { secret } = z.object({ secret: z.string().max(200) }).parse(body);
    const bearer = this.#options.keys.trade(secret);
    if (bearer !== undefined) return { bearer };
    throw new LocalError(
      401,
      'SECRET_ENDED',
      'This address was used before or is older than 5 minutes: pictor-worker page prints a new one.',
    );
  }

  #refuse(response: ServerResponse, error: unknown): void {
    const { status, code, message } = refusalOf(error);
    if (status === 500) this.#options.log.error({ err: error }, 'a local request failed');
    if (response.headersSent) return void response.destroy();
    // What is left of a body is not read: the connection ends with the answer.
    response.setHeader('connection', 'close');
    response.statusCode = status;
    answer(response, { code, message });
  }
}

function answer(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value ?? {}));
}

function refusalOf(cause: unknown): { status: number; code: string; message: string } {
  const error = diskFull(cause) ?? cause;
  if (error instanceof LocalError) return error;
  if (error instanceof AgentError) return { status: 409, code: error.code, message: error.message };
  if (error instanceof z.ZodError) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'The body'}: ${message}`);
    return { status: 400, code: 'INVALID_INPUT', message: problems.join('. ') };
  }
  return { status: 500, code: 'FAILED', message: 'That failed; the log of the agent says why.' };
}
