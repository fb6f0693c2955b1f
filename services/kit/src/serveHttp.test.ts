import { generateKeyPairSync } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { createClient, type Client } from 'graphql-ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { requireActor } from './actor.ts';
import { buildSubgraph } from './buildSubgraph.ts';
import { systemClock } from './clock.ts';
import type { Context } from './context.ts';
import { LocalEvents } from './localEvents.ts';
import { createLog } from './log.ts';
import { serveSubgraph, type ServedSubgraph } from './serveHttp.ts';
import { aProvider } from './testing.ts';
import { TokenSigner } from './tokenSigner.ts';
import { TokenVerifier } from './tokenVerifier.ts';

const keys = generateKeyPairSync('ed25519');
const signer = new TokenSigner(keys.privateKey);
const events = new LocalEvents<{ tick: { n: number } }>();
let listening = Promise.withResolvers<void>();
let ended = Promise.withResolvers<void>();
const asked = Promise.withResolvers<void>();
const released = Promise.withResolvers<number>();

const subgraph = buildSubgraph({
  name: 'ticks',
  typeDefs: `
    type Query { me: String! slow: Int! }
    type Subscription { tick: Int! }
  `,
  resolvers: {
    Query: {
      me: (_: unknown, _args: unknown, context: Context) => requireActor(context).id,
      slow: () => (asked.resolve(), released.promise),
    },
    Subscription: {
      tick: {
        subscribe: (_: unknown, _args: unknown, context: Context) => {
          requireActor(context);
          const listener = context.events.listen('tick', () => true);
          const end = listener.return.bind(listener);
          listening.resolve();
          return Object.assign(listener, { return: () => (ended.resolve(), end()) });
        },
        resolve: ({ n }: { n: number }) => n,
      },
    },
  },
  events,
  clock: systemClock,
  verifier: new TokenVerifier(keys.publicKey),
  log: createLog({ level: 'silent' }),
});

let served: ServedSubgraph;
const clients: Client[] = [];
beforeEach(async () => {
  listening = Promise.withResolvers();
  ended = Promise.withResolvers();
  served = await serveSubgraph(subgraph);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  await served.close();
});

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(served.url, { method: 'POST', headers, body });

function socket(): Client {
  const client = createClient({ url: served.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  clients.push(client);
  return client;
}

test('operations and arrays of them are answered over HTTP', async () => {
  const { token } = await signer.sign(aProvider('p1'));
  const query = '{ me }';
  const one = await post(JSON.stringify({ query, extensions: { token } }));
  expect(one.status).toBe(200);
  expect(one.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await one.json()).toEqual({ data: { me: 'p1' } });
  const both = await post(JSON.stringify([{ query, extensions: { token } }, { query }]));
  expect(await both.json()).toMatchObject([
    { data: { me: 'p1' } },
    { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  ]);
});

test('what is no operation is refused with a status and a sentence', async () => {
  const status = async (path: string, init: RequestInit) => {
    const response = await fetch(new URL(path, served.url), init);
    expect(((await response.json()) as { errors: unknown }).errors).toMatchObject([
      { message: expect.any(String) },
    ]);
    return response.status;
  };
  const headers = { 'content-type': 'application/json' };
  expect(await status('/graphql', { method: 'POST', headers, body: '{' })).toBe(200);
  expect(await status('/graphql', {})).toBe(405);
  expect(await status('/elsewhere', { method: 'POST', headers, body: '{}' })).toBe(404);
  expect(
    await status('/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }),
  ).toBe(415);
});

test.each([
  ['says its length', { 'content-length': String(2 ** 24 + 1) }],
  ['hides its length', { 'transfer-encoding': 'chunked' }],
])('a body that is too long and %s is refused before it is held', async (_how, more) => {
  const status = await new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...more };
    const sending = request(served.url, { method: 'POST', headers }, (response) =>
      resolve(response.statusCode),
    );
    sending.on('error', reject);
    const chunk = 'x'.repeat(2 ** 20);
    const write = () => {
      if (!sending.destroyed && sending.writable) sending.write(chunk, () => setImmediate(write));
    };
    write();
  }).catch((error: NodeJS.ErrnoException) => error.code);
  expect([413, 'ECONNRESET', 'EPIPE']).toContain(status);
  expect((await post('{"query":"{ __typename }"}')).status).toBe(200);
});

test('a sender that breaks off does no harm', async () => {
  const { port } = new URL(served.url);
  const raw = connect(Number(port), '127.0.0.1');
  raw.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  );
  await new Promise((resolve) => setImmediate(resolve));
  raw.destroy();
  expect((await post('{"query":"{ __typename }"}')).status).toBe(200);
});

test('a subscription over a socket brings events until it is ended', async () => {
  const { token } = await signer.sign(aProvider());
  const stream = socket().iterate({ query: 'subscription { tick }', extensions: { token } });
  const first = stream.next();
  await listening.promise;
  events.publish('tick', { n: 1 });
  events.publish('tick', { n: 2 });
  expect(await first).toEqual({ done: false, value: { data: { tick: 1 } } });
  expect((await stream.next()).value).toEqual({ data: { tick: 2 } });
  await stream.return?.();
  await ended.promise;
});

test('a socket that is cut ends its subscriptions', async () => {
  const { token } = await signer.sign(aProvider());
  const client = socket();
  client.subscribe(
    { query: 'subscription { tick }', extensions: { token } },
    { next: () => undefined, error: () => undefined, complete: () => undefined },
  );
  await listening.promise;
  client.terminate();
  await ended.promise;
});

test('each operation on a socket carries its own token, and a refusal leaves the socket healthy', async () => {
  const client = socket();
  const outcome = async (operation: { query: string; extensions?: Record<string, unknown> }) => {
    try {
      const { value } = await client.iterate(operation).next();
      return value;
    } catch (errors) {
      return errors;
    }
  };
  const { token } = await signer.sign(aProvider('p1'));
  expect(await outcome({ query: '{ me }', extensions: { token } })).toEqual({ data: { me: 'p1' } });
  for (const [operation, code] of [
    [{ query: '{ me }', extensions: { token: 'forged' } }, 'UNAUTHENTICATED'],
    [{ query: 'subscription { tick }' }, 'UNAUTHENTICATED'],
    [{ query: 'subscription { tock }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [{ query: '{' }, 'GRAPHQL_PARSE_FAILED'],
  ] as const)
    expect(await outcome(operation)).toMatchObject([{ message: expect.any(String), extensions: { code } }]);
  const { token: other } = await signer.sign(aProvider('p2'));
  expect(await outcome({ query: '{ me }', extensions: { token: other } })).toEqual({ data: { me: 'p2' } });
});

test('malformed frames close their socket and nothing else', async () => {
  const closes = await Promise.all(
    ['{', '{"type":"subscribe"}', 'x'.repeat(2 ** 20 + 1), Buffer.from([255, 254])].map(
      (frame) =>
        new Promise((resolve) => {
          const bad = new WebSocket(served.wsUrl, 'graphql-transport-ws');
          bad.on('open', () => bad.send(frame));
          bad.on('close', resolve);
          bad.on('error', () => undefined);
        }),
    ),
  );
  expect(closes).toEqual([4400, 4400, 1009, 4400]);
  const { port } = new URL(served.url);
  const raw = connect(Number(port), '127.0.0.1');
  raw.write(
    'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n',
  );
  await new Promise((resolve) => raw.once('data', resolve));
  const closed = new Promise((resolve) => raw.once('close', resolve));
  raw.write(Buffer.alloc(64, 255));
  await closed;
  expect((await post('{"query":"{ __typename }"}')).status).toBe(200);
});

test('a socket elsewhere is refused', async () => {
  const url = served.wsUrl.replace('/graphql', '/elsewhere');
  const status = await new Promise((resolve) =>
    new WebSocket(url, 'graphql-transport-ws').on('unexpected-response', (_request, response) =>
      resolve(response.statusCode),
    ),
  );
  expect(status).toBe(404);
});

test('closing answers what is under way, ends sockets and frees the port', async () => {
  const { token } = await signer.sign(aProvider());
  const closed = Promise.withResolvers<void>();
  const client = createClient({ url: served.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  clients.push(client);
  client.on('closed', () => closed.resolve());
  client.subscribe(
    { query: 'subscription { tick }', extensions: { token } },
    { next: () => undefined, error: () => undefined, complete: () => undefined },
  );
  await listening.promise;
  const slow = post('{"query":"{ slow }"}');
  await asked.promise;
  const closing = served.close();
  released.resolve(7);
  expect(await (await slow).json()).toEqual({ data: { slow: 7 } });
  await Promise.all([closing, closed.promise, ended.promise]);
  const { port } = new URL(served.url);
  served = await serveSubgraph(subgraph, { port: Number(port) });
  await expect(serveSubgraph(subgraph, { port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
