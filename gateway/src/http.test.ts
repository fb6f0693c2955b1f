import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ServedGateway } from '../test/servedGateway.ts';
import { startStation, type Station } from '../test/station.ts';
import { until } from '../test/until.ts';
import type { Json } from './run.ts';

let station: Station;
let served: ServedGateway;
const logged: Json[] = [];

beforeAll(async () => {
  station = await startStation();
  const log = { info: () => {}, warn: () => {}, error: (details: object) => void logged.push(details) };
  served = await ServedGateway.start({ supergraph: station.supergraph, log });
});
afterAll(async () => {
  await served.stop();
  await station.stop();
});

const get = (search: string, headers: Record<string, string> = {}) =>
  fetch(`http://${served.host}/graphql?${search}`, { headers });
const code = ({ body }: { body: Json }) => body.errors[0].extensions.code;

describe('bad input is refused with a stable code, in JSON', () => {
  test('a body of 10 MB', async () => {
    const answer = await served.post(`{"query":"${'x'.repeat(10_000_000)}"}`);
    expect([answer.status, code(answer)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('a body without end', async () => {
    const sender = request(`http://${served.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    const answered = new Promise<number>((resolve, reject) => {
      sender.once('response', (response) => resolve(response.resume().statusCode!));
      sender.once('error', reject);
    });
    sender.write('x'.repeat(1_000_000));
    const sending = setInterval(() => sender.write('x'.repeat(1_000_000)), 2);
    expect(await answered).toBe(413);
    clearInterval(sending);
    sender.destroy();
  });

  test('a body that is no JSON', async () => {
    const answer = await served.post('{"query":');
    expect([answer.status, code(answer)]).toEqual([400, 'MALFORMED_JSON']);
  });

  test.each([
    'null',
    '7',
    '"text"',
    '[]',
    '{}',
    '[{"query":"{me}"}]',
    '{"query":7}',
    '{"query":"{me}","variables":[]}',
  ])('a body that is no operation: %s', async (body) => {
    const answer = await served.post(body);
    expect(answer.status).toBe(400);
    expect(code(answer)).toMatch(/^[A-Z_]+$/);
  });

  test.each([
    ['a malformed document', '{ me ', 'GRAPHQL_PARSE_FAILED'],
    ['a query of 10,000 fields', `{ ${'me '.repeat(10_000)} }`, 'QUERY_TOO_LARGE'],
    ['a query of 10,000 fields in few tokens', bomb(), 'QUERY_TOO_LARGE'],
    ['a query of 4,000 aliases in few tokens', bomb('x: '), 'TOO_MANY_ALIASES'],
    [
      '300 aliases',
      `{ ${Array.from({ length: 300 }, (_, i) => `a${i}: me`).join(' ')} }`,
      'TOO_MANY_ALIASES',
    ],
    ['30 levels', `{ item(id: 1) { ${'next { '.repeat(30)} id ${'} '.repeat(32)}`, 'QUERY_TOO_DEEP'],
    ['9,000 levels', `{ a`.repeat(4_900), 'QUERY_TOO_DEEP'],
    ['a literal of 9,000 levels', `{ echo(value: ${'['.repeat(9_000)} ) }`, 'QUERY_TOO_DEEP'],
    [
      'a fragment inside itself',
      'query { ...F } fragment F on Query { me ...F }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s', async (_, query, expected) => {
    const answer = await served.post({ query });
    expect([answer.status, code(answer)]).toEqual([400, expected]);
  });

  test('limits hold for GET as well', async () => {
    const query = encodeURIComponent(`{ ${'me '.repeat(2_500)} }`);
    const response = await get(`query=${query}`, { 'apollo-require-preflight': '1' });
    expect([response.status, code({ body: await response.json() })]).toEqual([400, 'QUERY_TOO_LARGE']);
  });

  test('variables nested until the stack ends', async () => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    const query = 'query ($value: JSON) { echo(value: $value) }';
    const answer = await served.post(`{"query":"${query}","variables":{"value":${nested}}}`);
    expect(code(answer)).toBe('BAD_USER_INPUT');
  });

  test.each(['//', '//?query={me}', '/%', '/?query=%E0%A4%A'])(
    'an address that is no URL: %s',
    async (path) => {
      const { port } = new URL(`http://${served.host}`);
      const status = new Promise((resolve, reject) => {
        const asking = request({ port, path }, (response) => resolve(response.resume().statusCode));
        asking.once('error', reject).end();
      });
      expect(await status).toBe(400);
    },
  );

  test('a subscription', async () => {
    const answer = await served.post({ query: 'subscription { ticked { seq } }' });
    expect([answer.status, code(answer)]).toEqual([400, 'SUBSCRIPTION_OVER_HTTP']);
  });

  test('what a page of another origin can send without asking first', async () => {
    const simple = await fetch(`http://${served.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"mutation { rename(id: 1, name: \\"x\\") { id } }"}',
    });
    expect(simple.status).toBe(400);
    expect((await get('query={me}')).status).toBe(400);
    const mutation = await get('query=mutation{rename(id:1,name:"x"){id}}', {
      'apollo-require-preflight': '1',
    });
    expect(mutation.status).toBe(405);
  });
});

describe('both lanes', () => {
  test('answer with the caller that the headers name', async () => {
    const headers = { 'x-user': 'alice' };
    const fast = await served.post({ query: '{ me items(first: 1) { askedBy } }' }, headers);
    expect(fast.body).toEqual({ data: { me: 'alice', items: [{ askedBy: 'alice' }] } });
    const reference = await served.post(
      { query: '{ constructor: me items(first: 1) { askedBy } }' },
      headers,
    );
    expect(reference.body).toEqual({ data: { constructor: 'alice', items: [{ askedBy: 'alice' }] } });
  });

  test('do not pass on what a client puts into extensions', async () => {
    for (const query of ['{ me }', '{ constructor: me }']) {
      const { body } = await served.post({ query, extensions: { 'x-user': 'eve', token: 'forged' } });
      expect(Object.values(body.data)).toEqual([null]);
    }
    expect(station.items.operations.every(({ extensions }) => extensions === undefined)).toBe(true);
  });

  test.each(['{ fail(code: "TEAPOT") }', '{ constructor: fail(code: "TEAPOT") }'])(
    'pass the code of a subgraph on, but no stack trace: %s',
    async (query) => {
      const { body } = await served.post({ query });
      expect(body.errors[0]).toMatchObject({
        message: 'It failed',
        extensions: { code: 'TEAPOT', serviceName: 'items' },
      });
      expect(JSON.stringify(body)).not.toContain('secret.ts');
    },
  );

  test('are counted alike', async () => {
    const name = (lane: string) =>
      `gateway_request_duration_seconds_count{lane="${lane}",kind="query",outcome="ok"}`;
    const before = await Promise.all(['fast', 'reference'].map((lane) => served.metric(name(lane))));
    await served.post({ query: '{ me }' });
    await served.post({ query: '{ constructor: me }' });
    const after = await Promise.all(['fast', 'reference'].map((lane) => served.metric(name(lane))));
    expect(after).toEqual(before.map((count) => count + 1));
  });

  test('answer introspection, as tools send it', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { status, body } = await served.post({
      query: getIntrospectionQuery({ inputValueDeprecation: true }),
    });
    expect(status).toBe(200);
    expect(body.data.__schema.subscriptionType.name).toBe('Subscription');
  });
});

test('what went wrong inside is logged under an id and shown as that id', async () => {
  const gateway = await ServedGateway.start({
    supergraph: station.supergraph,
    log: { info: () => {}, warn: () => {}, error: (details) => void logged.push(details) },
    connect: (name) => ({
      name,
      takesArrays: false,
      identity: 'headers',
      post: () => Promise.reject(new TypeError('of the secret kind')),
    }),
  });
  for (const query of ['{ me }', '{ constructor: me }']) {
    logged.length = 0;
    const { body } = await gateway.post({ query });
    const { extensions } = body.errors[0];
    expect(extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(logged.map(({ requestId }) => requestId)).toContain(extensions.requestId);
  }
  await gateway.stop();
});

test('a client that hangs up frees its upstream request', async () => {
  let release = () => {};
  station.items.hold = () => new Promise<void>((resolve) => (release = resolve));
  const before = station.items.requests;
  const aborting = new AbortController();
  const asked = fetch(`http://${served.host}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ item(id: 99) { name } }"}',
    signal: aborting.signal,
  });
  await until(() => station.items.requests > before);
  aborting.abort();
  await expect(asked).rejects.toThrow();
  const cancelled = 'gateway_subgraph_fetch_duration_seconds_count{subgraph="items",outcome="cancelled"}';
  await until(async () => (await served.metric(cancelled)) === 1);
  station.items.hold = () => {};
  release();
});

test('with accept headers of browsers and tools the content type is negotiated', async () => {
  for (const [accept, expected] of [
    ['application/json', /^application\/json/],
    ['application/graphql-response+json', /^application\/graphql-response\+json/],
    ['text/html', undefined],
    ['application/graphql-response+json', /^application\/graphql-response\+json/],
  ] as const) {
    const response = await fetch(`http://${served.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: '{"query":"{ me }"}',
    });
    if (expected) expect(response.headers.get('content-type')).toMatch(expected);
    else expect(response.status).toBe(406);
    await response.text();
  }
});

test('a draining gateway finishes what is under way and takes nothing new', async () => {
  const draining = await ServedGateway.start({ supergraph: station.supergraph });
  let release = () => {};
  station.prices.hold = () => new Promise<void>((resolve) => (release = resolve));
  const before = station.prices.requests;
  const overHttp = draining.post({ query: '{ item(id: "5") { price } }' });
  const socket = await (await draining.socket()).join();
  const idle = await (await draining.socket()).join();
  await until(() => station.prices.requests === before + 1);
  const first = release;
  socket.subscribe('1', '{ item(id: "6") { price } }');
  await until(() => station.prices.requests === before + 2);
  const closed = draining.gateway.close();
  expect((await idle.closed).code).toBe(1001);
  expect((await draining.post({ query: '{ me }' })).status).toBe(503);
  await expect(draining.socket()).rejects.toThrow('status 503');
  station.prices.hold = () => {};
  first();
  release();
  expect((await overHttp).body.data.item.price).toBe(7.5);
  expect((await socket.heard({ id: '1', type: 'next' })).payload.data.item.price).toBe(9);
  expect((await socket.closed).code).toBe(1001);
  await closed;
});

/** Ten fragments, each ten times the one before it. */
function bomb(alias = ''): string {
  const fragments = Array.from({ length: 10 }, (_, i) => {
    const inner = i ? Array.from({ length: 10 }, () => `...F${i - 1}`).join(' ') : `${alias}me`;
    return `fragment F${i} on Query { ${inner} }`;
  });
  return `{ ...F${alias ? 3 : 9} } ${fragments.join(' ')}`;
}
