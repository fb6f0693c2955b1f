import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ServedGateway, listen } from '../test/servedGateway.ts';
import { startStation, type Station } from '../test/station.ts';
import type { Json } from './run.ts';
import { until } from '../test/until.ts';

let station: Station;
let served: ServedGateway;

beforeAll(async () => {
  station = await startStation();
  served = await ServedGateway.start({ supergraph: station.supergraph, limits: { bodyBytes: 100_000 } });
});
afterAll(async () => {
  await served.stop();
  await station.stop();
});

/** That the process and other sockets do not mind what happened. */
async function allIsWell(): Promise<void> {
  const socket = await (await served.socket()).join();
  socket.subscribe('1', '{ item(id: "1") { name price } }');
  const { payload } = await socket.heard({ type: 'next', id: '1' });
  expect(payload).toEqual({ data: { item: { name: 'item 1', price: 1.5 } } });
}

describe('violations of the protocol close the socket with the code that the protocol names', () => {
  test.each([
    ['no JSON', '{"type":', 4400],
    ['no object', '7', 4400],
    ['null', 'null', 4400],
    ['an unknown type', '{"type":"dance"}', 4400],
    ['a binary frame', Buffer.from('{"type":"ping"}'), 4400],
    ['an operation without an id', '{"type":"subscribe","payload":{"query":"{__typename}"}}', 4400],
    [
      'an operation whose id is no text',
      '{"type":"subscribe","id":7,"payload":{"query":"{__typename}"}}',
      4400,
    ],
    ['a second connection_init', '{"type":"connection_init"}', 4429],
  ])('%s', async (_, frame, code) => {
    const socket = await (await served.socket()).join();
    socket.send(frame);
    expect((await socket.closed).code).toBe(code);
    await allIsWell();
  });

  test('an operation before connection_init', async () => {
    const socket = await served.socket();
    socket.subscribe('1', '{ __typename }');
    expect((await socket.closed).code).toBe(4401);
  });

  test('an id that is in use', async () => {
    const socket = await (await served.socket()).join();
    socket.subscribe('1', 'subscription { ticked { seq } }');
    socket.subscribe('1', '{ __typename }');
    expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' });
    await until(() => station.ticks.openSubscriptions === 0);
  });

  test('no subprotocol that we know', async () => {
    const socket = await served.socket({}, []);
    expect((await socket.closed).code).toBe(4406);
  });

  test('a frame of 10 MB', async () => {
    const socket = await (await served.socket()).join();
    socket.send('x'.repeat(10_000_000));
    expect((await socket.closed).code).toBe(1009);
    await allIsWell();
  });
});

describe('an invalid operation never closes the socket', () => {
  test.each([
    ['no payload', undefined, 'BAD_REQUEST'],
    ['no query', {}, 'BAD_REQUEST'],
    ['variables that are a list', { query: '{ __typename }', variables: [] }, 'BAD_REQUEST'],
    ['a syntax error', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown operation',
      { query: 'query A { me } query B { me }', operationName: 'C' },
      'INVALID_GRAPHQL',
    ],
    ['wrong variables', { query: 'query ($id: ID!) { item(id: $id) { id } }' }, 'BAD_USER_INPUT'],
    ['too many fields', { query: `{ ${'__typename '.repeat(3000)} }` }, 'QUERY_TOO_LARGE'],
  ])('%s', async (_, payload, code) => {
    const socket = await (await served.socket()).join();
    socket.send({ type: 'subscribe', id: 'bad', payload });
    const { payload: errors } = await socket.heard({ id: 'bad', type: 'error' });
    expect(errors[0].extensions.code).toBe(code);
    socket.subscribe('bad', '{ me }');
    await socket.heard({ id: 'bad', type: 'next' });
  });

  test('variables nested until the stack ends', async () => {
    const socket = await (await served.socket()).join();
    const nested = '['.repeat(20_000) + ']'.repeat(20_000);
    const query = 'query ($value: JSON) { echo(value: $value) }';
    socket.send(
      `{"type":"subscribe","id":"1","payload":{"query":"${query}","variables":{"value":${nested}}}}`,
    );
    const { payload: errors } = await socket.heard({ id: '1', type: 'error' });
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    await allIsWell();
  });

  test('more operations than a socket may have open', async () => {
    const socket = await (await served.socket()).join();
    for (let i = 0; i < 257; i++) socket.subscribe(`${i}`, 'subscription { ticked { seq } }');
    const { payload: errors } = await socket.heard({ id: '256', type: 'error' });
    expect(errors[0].extensions.code).toBe('RESOURCE_EXHAUSTED');
    socket.send({ type: 'complete', id: '0' });
    socket.subscribe('again', '{ me }');
    await socket.heard({ id: 'again', type: 'next' });
    socket.dispose();
    await until(() => station.ticks.openSubscriptions === 0);
  });
});

test('ping is answered, before and after joining', async () => {
  const socket = await served.socket();
  socket.send({ type: 'ping', payload: { a: 1 } });
  await socket.heard({ type: 'pong' });
  await socket.join();
  socket.send({ type: 'pong' });
  socket.send({ type: 'complete', id: 'unknown' });
  await allIsWell();
});

test('queries, mutations and introspection go over a socket, in either lane', async () => {
  const client = served.client({ 'x-user': 'alice' });
  const asked = [
    listen(client, '{ me items { price askedBy } }'),
    listen(client, 'mutation { rename(id: "4", name: "new") { name price } }'),
    listen(client, '{ constructor: me }'), // a name that JavaScript objects have: for the reference lane
    listen(client, '{ __schema { queryType { name } } }'),
  ];
  await until(() => asked.every(({ seen }) => seen.length === 2));
  const data: Json[] = asked.map(({ seen }) => seen[0].data);
  expect(data).toEqual([
    { me: 'alice', items: [1.5, 3].map((price) => ({ price, askedBy: 'alice' })) },
    { rename: { name: 'new', price: 6 } },
    JSON.parse('{"constructor":"alice"}'),
    { __schema: { queryType: { name: 'Query' } } },
  ]);
});

test('headers of the upgrade name the caller, unless connection_init does', async () => {
  const byHeader = await (await served.socket({ 'x-user': 'bob' })).join();
  byHeader.subscribe('1', '{ me }');
  expect((await byHeader.heard({ type: 'next' })).payload.data).toEqual({ me: 'bob' });
  const byInit = await (await served.socket({ 'x-user': 'bob' })).join({ 'x-user': 'carol' });
  byInit.subscribe('1', '{ me }');
  expect((await byInit.heard({ type: 'next' })).payload.data).toEqual({ me: 'carol' });
  const smuggler = await served.socket();
  smuggler.send({ type: 'connection_init', payload: { 'x-user': 'eve\r\nx-admin: 1' } });
  expect((await smuggler.closed).code).toBe(4400);
});

test('a client that cancels a query does not hear of it again', async () => {
  const socket = await (await served.socket()).join();
  let release = () => {};
  station.items.hold = () => new Promise<void>((resolve) => (release = resolve));
  const before = station.items.requests;
  socket.subscribe('1', '{ item(id: "77") { name } }');
  await until(() => station.items.requests > before);
  socket.send({ type: 'complete', id: '1' });
  socket.send({ type: 'ping' });
  await socket.heard({ type: 'pong' });
  station.items.hold = () => {};
  release();
  socket.subscribe('2', '{ me }');
  await socket.heard({ id: '2', type: 'complete' });
  expect(socket.received.filter(({ id }) => id === '1')).toEqual([]);
});

test('a client that is not heard of for a minute is gone', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const watched = await ServedGateway.start({ supergraph: station.supergraph });
  try {
    const [stuck, alive] = [await (await watched.socket()).join(), await (await watched.socket()).join()];
    stuck.pause();
    for (let i = 0; i < 4; i++) {
      vi.advanceTimersByTime(20_000);
      alive.send({ type: 'ping' });
      await until(() => alive.received.filter(({ type }) => type === 'pong').length === i + 1);
    }
    await until(async () => (await watched.metric('gateway_open_sockets')) === 1);
    alive.subscribe('1', '{ me }');
    await alive.heard({ type: 'next' });
  } finally {
    vi.useRealTimers();
    await watched.stop();
  }
});
