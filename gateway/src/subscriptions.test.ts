import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ServedGateway, listen } from '../test/servedGateway.ts';
import { startStation, type Station } from '../test/station.ts';
import { until } from '../test/until.ts';

const ticked = 'subscription ($of: String) { ticked(of: $of) { seq item { id name price askedBy } } }';
const tick = (seq: number, id = '1') => ({ seq, item: { id } });
let station: Station;
let served: ServedGateway;

const upstreams = (count: number) => until(() => station.ticks.openSubscriptions === count);
const upstreamSockets = (count: number) => until(() => station.ticks.openSockets === count);

beforeAll(async () => {
  station = await startStation();
});
afterAll(() => station.stop());
beforeEach(async () => {
  for (const server of station.all) server.operations.length = 0;
  served = await ServedGateway.start({ supergraph: station.supergraph });
});
afterEach(async () => {
  await served.stop();
  await upstreams(0);
  await upstreamSockets(0);
});

describe('sharing', () => {
  test('two clients of one scope share upstream and expansion, another scope does not', async () => {
    const users = ['alice', 'alice', 'bob'].map((user) => listen(served.client({ 'x-user': user }), ticked));
    await upstreams(2);
    for (const seq of [0, 1, 2]) {
      station.ticks.publish(tick(seq));
      await until(() => users.every(({ seen }) => seen.length === seq + 1));
    }
    const [alice, alice2, bob] = users.map(({ seen }) => seen);
    expect(alice![0].data.ticked).toEqual({
      seq: 0,
      item: { id: '1', name: 'item 1', price: 1.5, askedBy: 'alice' },
    });
    expect(alice!.map(({ data }) => data.ticked.seq)).toEqual([0, 1, 2]);
    expect(alice2).toEqual(alice);
    expect(bob!.map(({ data }) => data.ticked.item.askedBy)).toEqual(['bob', 'bob', 'bob']);
    expect(station.prices.operations).toHaveLength(6); // one an event and scope
  });

  test('other variables are another subscription, unless the subgraph is not asked about them', async () => {
    const client = served.client({ 'x-user': 'alice' });
    const query = `subscription ($of: String, $with: Boolean!) { ticked(of: $of) { seq item { name @include(if: $with) } } }`;
    const ears = [
      listen(client, query, { of: 'a', with: true }),
      listen(client, query, { of: 'b', with: true }),
      listen(client, query, { of: 'a', with: false }),
    ];
    await upstreams(3);
    station.ticks.publish(tick(1));
    await until(() => ears.every(({ seen }) => seen.length === 1));
    expect(ears[0]!.seen[0].data.ticked.item).toEqual({ name: 'item 1' });
    expect(ears[2]!.seen[0].data.ticked.item).toEqual({});
    expect(await served.metric('gateway_channels')).toBe(3);
    expect(await served.metric('gateway_subscriptions')).toBe(3);
  });

  test('events keep their order, though some take longer to expand', async () => {
    const ear = listen(served.client(), ticked);
    await upstreams(1);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let isFirst = true;
    station.prices.hold = () => {
      const wait = isFirst ? held : undefined;
      isFirst = false;
      return wait;
    };
    station.ticks.publish(tick(0, '7'));
    await until(() => station.prices.operations.length === 1);
    station.ticks.publish(tick(1, '8'));
    await until(() => station.prices.operations.length === 2);
    expect(ear.seen).toEqual([]);
    release();
    station.prices.hold = () => {};
    await until(() => ear.seen.length === 2);
    expect(ear.seen.map(({ data }) => data.ticked.item.price)).toEqual([10.5, 12]);
  });
});

describe('teardown', () => {
  test('the last listener to go closes the upstream at once, not one before', async () => {
    const [one, two] = ['alice', 'alice'].map((user) => listen(served.client({ 'x-user': user }), ticked));
    await upstreams(1);
    await until(async () => (await served.metric('gateway_subscriptions')) === 2);
    one!.stop();
    await until(async () => (await served.metric('gateway_subscriptions')) === 1);
    expect(station.ticks.openSubscriptions).toBe(1);
    two!.stop();
    await upstreams(0);
    await upstreamSockets(0);
    expect(await served.metric('gateway_channels')).toBe(0);
  });

  test('a killed socket counts as gone', async () => {
    const socket = await (await served.socket()).join({ 'x-user': 'alice' });
    socket.subscribe('1', ticked);
    await upstreams(1);
    socket.dispose();
    await upstreams(0);
    await until(async () => (await served.metric('gateway_open_sockets')) === 0);
  });

  test('stopping before the upstream is even there leaves nothing behind', async () => {
    for (let i = 0; i < 20; i++) listen(served.client(), ticked, { of: `${i}` }).stop();
    const last = listen(served.client(), ticked, { of: 'last' });
    await upstreams(1);
    last.stop();
    await upstreams(0);
  });

  test('300 sockets come and go', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 300 }, async (_, i) => (await served.socket()).join({ 'x-user': `u${i % 3}` })),
    );
    for (const socket of sockets) socket.subscribe('1', ticked);
    await upstreams(3);
    await until(async () => (await served.metric('gateway_subscriptions')) === 300);
    for (const socket of sockets) socket.dispose();
    await upstreams(0);
    await until(async () => (await served.metric('gateway_subscriptions')) === 0);
  });
});

describe('failures', () => {
  test('a subgraph that crashes is subscribed to again, and the next event says that some may be lost', async () => {
    const ear = listen(served.client({ 'x-user': 'alice' }), ticked);
    await upstreams(1);
    await station.ticks.crash();
    await upstreams(0);
    await station.ticks.start();
    await upstreams(1);
    station.ticks.publish(tick(5));
    await until(() => ear.seen.length === 1);
    expect(ear.seen[0].data.ticked.seq).toBe(5);
    expect(ear.seen[0].extensions).toEqual({ dropped: 1 });
    station.ticks.publish(tick(6));
    await until(() => ear.seen.length === 2);
    expect(ear.seen[1].extensions).toBeUndefined();
  });

  test('a subgraph that only expands is down: events go on, with an error', async () => {
    const ear = listen(served.client(), ticked);
    await upstreams(1);
    await station.prices.crash();
    station.ticks.publish(tick(1));
    await until(() => ear.seen.length === 1);
    await station.prices.start();
    expect(ear.seen[0].errors[0].extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'prices' });
    expect(ear.seen[0].data.ticked.item).toEqual({ id: '1', name: 'item 1', price: null, askedBy: null });
  });

  test('the code of a subgraph that refuses reaches the client; the socket and its other operations live on', async () => {
    const client = served.client();
    const good = listen(client, ticked);
    const refused = listen(client, 'subscription { forbidden { seq } }');
    await until(() => refused.seen.length === 1);
    expect(refused.seen[0].error[0]).toMatchObject({
      message: 'Not yours',
      extensions: { code: 'FORBIDDEN' },
    });
    await upstreams(1);
    station.ticks.publish(tick(1));
    await until(() => good.seen.length === 1);
  });

  test('invalid subscriptions end with an error each', async () => {
    const client = served.client();
    const good = listen(client, ticked);
    const bad = [
      listen(client, 'subscription { nothing }'),
      listen(client, 'subscription {'),
      listen(client, 'subscription ($x: Boolean!) { ticked @include(if: $x) { seq } }'),
      listen(client, 'subscription ($of: String!) { ticked(of: $of) { seq } }', { of: { not: 'text' } }),
      listen(client, 'subscription { a: ticked { seq } b: ticked { seq } }'),
    ];
    await until(() => bad.every(({ seen }) => seen.length === 1));
    for (const { seen } of bad) expect(seen[0].error[0].extensions.code).toMatch(/^[A-Z_]+$/);
    station.ticks.publish(tick(1));
    await until(() => good.seen.length === 1);
  });

  test('when expansion is too slow, events are dropped and the next one says how many', async () => {
    const ear = listen(served.client(), ticked);
    await upstreams(1);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    station.prices.hold = () => held;
    for (let seq = 0; seq < 40; seq++) station.ticks.publish(tick(seq));
    await until(async () => (await served.metric('gateway_dropped_events_total{slow="subgraphs"}')) === 24);
    release();
    station.prices.hold = () => {};
    await until(() => ear.seen.length === 16);
    expect(ear.seen[0].extensions).toEqual({ dropped: 24 });
    expect(ear.seen[1].extensions).toBeUndefined();
    expect(ear.seen.map(({ data }) => data.ticked.seq)).toEqual(Array.from({ length: 16 }, (_, i) => i));
  });
});

describe('slow sockets', () => {
  const big = 'subscription { ticked { seq text } }';
  const text = 'x'.repeat(100_000);

  test('a slow client loses events and is told, gets the newest, and delays nobody', async () => {
    const slow = await (await served.socket()).join({ 'x-user': 'alice' });
    const quick = listen(served.client({ 'x-user': 'alice' }), big);
    slow.subscribe('1', big);
    await until(async () => (await served.metric('gateway_subscriptions')) === 2);
    await upstreams(1);
    slow.pause();
    const isLosing = async () => (await served.metric('gateway_dropped_events_total{slow="client"}')) >= 20;
    let seq = 0;
    while (!(await isLosing())) {
      station.ticks.publish({ ...tick(seq++), text });
      await until(() => quick.seen.length === seq);
      expect(seq).toBeLessThan(2_000);
    }
    slow.resume();
    const events = () => slow.received.filter(({ type }) => type === 'next').map(({ payload }) => payload);
    await until(() => events().at(-1)?.data.ticked.seq === seq - 1);
    const dropped = events().at(-1).extensions.dropped;
    expect(events().length + dropped).toBe(seq);
    expect(quick.seen.every(({ extensions }) => extensions === undefined)).toBe(true);
    station.ticks.publish({ ...tick(seq), text: 'small' });
    await until(() => events().at(-1).data.ticked.seq === seq);
    expect(events().at(-1).extensions).toBeUndefined();
  });

  test('a client that asks and does not read is not read from either', async () => {
    const greedy = await (await served.socket()).join();
    greedy.pause();
    const query = 'query ($value: JSON) { echo(value: $value) }';
    for (let i = 0; i < 200; i++) greedy.subscribe(`${i}`, query, { value: `${i}${text}` });
    await until(
      async () =>
        (await served.metric(
          'gateway_subgraph_fetch_duration_seconds_count{subgraph="items",outcome="ok"}',
        )) > 10,
    );
    const fetches = station.items.operations.length;
    greedy.resume();
    await until(() => greedy.received.filter(({ type }) => type === 'complete').length === 200, 20_000);
    expect(fetches).toBeLessThan(200);
  });
});

describe('reload', () => {
  const renamed = () => station.supergraphWith('extend type Query { more: Int }');

  test('subscriptions that still make sense go on over the same upstream', async () => {
    const ear = listen(served.client(), ticked);
    await upstreams(1);
    const asked = station.ticks.operations.length;
    served.gateway.reload(renamed());
    await until(async () => (await served.post('{"query":"{ __typename }"}')).status === 200);
    station.ticks.publish(tick(1));
    await until(() => ear.seen.length === 1);
    expect(ear.seen[0]).toEqual({
      data: { ticked: { seq: 1, item: expect.objectContaining({ price: 1.5 }) } },
    });
    expect(station.ticks.operations).toHaveLength(asked);
  });

  test('others end with an error and leave the socket open', async () => {
    served.gateway.reload(station.supergraphWith('extend type Item { gone: Int }'));
    const client = served.client();
    const doomed = listen(client, 'subscription { ticked { item { gone } } }');
    const other = listen(client, ticked);
    await upstreams(2);
    served.gateway.reload(station.supergraph);
    await until(() => doomed.seen.length === 1);
    expect(doomed.seen[0].error[0].extensions.code).toBe('SUBSCRIPTION_SCHEMA_RELOAD');
    await upstreams(1);
    station.ticks.publish(tick(2));
    await until(() => other.seen.length === 1);
  });

  test('a subgraph that moves is subscribed to where it is now', async () => {
    const ear = listen(served.client(), ticked);
    await upstreams(1);
    const elsewhere = await startStation();
    const moved = station.supergraph.replaceAll(station.ticks.url, elsewhere.ticks.url);
    served.gateway.reload(moved);
    await until(() => elsewhere.ticks.openSubscriptions === 1);
    await upstreams(0);
    elsewhere.ticks.publish(tick(9));
    await until(() => ear.seen.length === 1);
    ear.stop();
    await elsewhere.stop();
  });

  test('a supergraph that is not valid changes nothing', async () => {
    expect(() => served.gateway.reload('type Query { a: Int }')).toThrow();
    expect(() => served.gateway.reload(station.supergraph.replace(station.ticks.url, 'not a url'))).toThrow();
    const ear = listen(served.client(), ticked);
    await upstreams(1);
    station.ticks.publish(tick(1));
    await until(() => ear.seen.length === 1);
    expect((await served.post({ query: '{ item(id: "1") { price } }' })).body.data.item.price).toBe(1.5);
  });
});
