import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compose } from '../test/station.ts';
import { ServedGateway, listen } from '../test/servedGateway.ts';
import { until } from '../test/until.ts';
import type { EventSink, Subgraph, UpstreamOperation } from './subgraph.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])`;
const supergraph = compose([
  {
    name: 'clock',
    url: 'local:clock',
    sdl: `${link} type Query { now: Int } type Subscription { ticked: Int }`,
  },
]);
let subscribed: { operation: UpstreamOperation; sink: EventSink; ended: boolean }[];
let onSubscribe: (sink: EventSink) => void;
let served: ServedGateway;

/** A subgraph in this process: called, not connected to. */
const clock: Subgraph = {
  name: 'clock',
  takesArrays: true,
  identity: 'extensions',
  post: async (body) => {
    const asked = JSON.parse(body) as unknown[];
    const answer = { data: { now: 7 } };
    return JSON.stringify(Array.isArray(asked) ? asked.map(() => answer) : answer);
  },
  subscribe: (operation, sink) => {
    const entry = { operation, sink, ended: false };
    subscribed.push(entry);
    onSubscribe(sink);
    return () => void (entry.ended = true);
  },
};

beforeEach(async () => {
  subscribed = [];
  onSubscribe = () => {};
  const identify = async () => ({ scope: 'me', token: 'token', expiresAt: Date.now() + 60_000 });
  served = await ServedGateway.start({ supergraph, identify, connect: () => clock });
});
afterEach(async () => {
  vi.useRealTimers();
  await served.stop();
});

const listenToTicks = () => listen(served.client({ authorization: 'Bearer key' }), 'subscription { ticked }');
const data = (ticked: number) => ({ data: { ticked } });

test('events and the caller go without HTTP, and the end goes both ways', async () => {
  const [ear, other] = [listenToTicks(), listen(served.client(), 'subscription { ticked }')];
  await until(() => subscribed.length === 2);
  const mine = subscribed.find(({ operation }) => operation.extensions?.token === 'token')!;
  expect(subscribed.find((each) => each !== mine)!.operation.extensions).toEqual({});
  mine.sink.next(data(1));
  mine.sink.next(data(2));
  mine.sink.complete();
  mine.sink.next(data(3));
  await until(() => ear.seen.length === 3);
  expect(ear.seen).toEqual([data(1), data(2), 'complete']);
  other.stop();
  await until(() => subscribed.every(({ ended }) => ended));
  expect((await served.post({ query: '{ now }' })).body).toEqual({ data: { now: 7 } });
});

test('what happens while it subscribes is heard', async () => {
  onSubscribe = (sink) => {
    sink.next(data(1));
    sink.error([{ message: 'Enough', extensions: { code: 'FORBIDDEN' } }]);
  };
  const ear = listenToTicks();
  await until(() => ear.seen.some((each) => each.error));
  expect(ear.seen.at(-1).error[0].extensions.code).toBe('FORBIDDEN');
  await until(() => subscribed[0]!.ended);
});

test('a subscription that breaks is opened again, later and later, until it is there or nobody listens', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const ear = listenToTicks();
  const count = async (expected: number) => {
    while (subscribed.length < expected) await new Promise((resolve) => setImmediate(resolve));
  };
  await count(1);
  for (let broken = 1; broken <= 5; broken++) {
    subscribed.at(-1)!.sink.error(new Error('broken'));
    expect(subscribed.at(-1)!.ended).toBe(true);
    vi.advanceTimersByTime(500 * 2 ** (broken - 1) * 0.49);
    expect(subscribed).toHaveLength(broken);
    vi.advanceTimersByTime(500 * 2 ** (broken - 1));
    await count(broken + 1);
  }
  subscribed.at(-1)!.sink.next(data(8));
  while (!ear.seen.length) await new Promise((resolve) => setImmediate(resolve));
  expect(ear.seen).toEqual([{ ...data(8), extensions: { dropped: 5 } }]);
  subscribed.at(-1)!.sink.error(new Error('broken'));
  ear.stop();
  while ((await served.metric('gateway_channels')) > 0) await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(100_000);
  expect(subscribed).toHaveLength(6);
});
