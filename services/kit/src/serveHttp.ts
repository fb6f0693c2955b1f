import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { maxBodyBytes } from './buildSubgraph.ts';
import { acceptSockets } from './acceptSockets.ts';
import { readText } from './readText.ts';
import type { OurSubgraph } from './subgraph.ts';

const path = '/graphql';
const maxConnections = 1024;
const closeWithinMs = 10_000;
/** Longer than a gateway keeps an idle connection, so that it never writes into one that is closing. */
const keepAliveMs = 65_000;
const requestTimeoutMs = 30_000;

export interface ServeOptions {
  /** 0, the default, takes a free port. */
  port?: number;
  /** The loopback interface by default: callers are believed by their tokens, but the network must be trusted. */
  host?: string;
}

export interface ServedSubgraph {
  /** Takes operations, and arrays of them, by POST. */
  readonly url: string;
  /** Takes every kind of operation by the graphql-transport-ws protocol. */
  readonly wsUrl: string;
  /** Ends subscriptions, waits at most 10 s for requests under way, and closes. */
  close(): Promise<void>;
}

/** Serves a subgraph over HTTP and WebSocket. Rejects when it cannot listen. */
export async function serveSubgraph(
  subgraph: OurSubgraph,
  options: ServeOptions = {},
): Promise<ServedSubgraph> {
  const { port = 0, host = '127.0.0.1' } = options;
  const server = createServer((request, response) => void answer(subgraph, server, request, response));
  server.maxConnections = maxConnections;
  server.keepAliveTimeout = keepAliveMs;
  server.requestTimeout = requestTimeoutMs;
  const endSockets = acceptSockets(server, path, subgraph);
  await listen(server, port, host);
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    const late = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    await Promise.all([closed, endSockets()]);
    clearTimeout(late);
  };
  let closing: Promise<void> | undefined;
  const { port: taken } = server.address() as AddressInfo;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${taken}`;
  return {
    url: `http://${authority}${path}`,
    wsUrl: `ws://${authority}${path}`,
    close: () => (closing ??= close()),
  };
}

async function answer(
  subgraph: OurSubgraph,
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.url !== path) return refuse(response, 404, 'NOT_FOUND', `Operations go to ${path}.`);
  if (request.method !== 'POST')
    return refuse(response, 405, 'INVALID_INPUT', 'Operations are sent by POST.');
  if (!request.headers['content-type']?.startsWith('application/json'))
    return refuse(response, 415, 'INVALID_INPUT', 'Operations are sent as application/json.');
  try {
    const body = await readText(request, maxBodyBytes);
    if (body === undefined)
      return refuse(response, 413, 'INVALID_INPUT', `A body has at most ${maxBodyBytes / 2 ** 20} MiB.`);
    const text = await subgraph.post(body, []);
    if (!server.listening) response.setHeader('connection', 'close');
    send(response, 200, text);
  } catch {
    response.destroy();
  }
}

function refuse(response: ServerResponse, status: number, code: string, message: string) {
  response.setHeader('connection', 'close');
  send(response, status, JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function send(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
