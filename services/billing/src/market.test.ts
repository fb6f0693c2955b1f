import { createLog } from '@pictor/kit';
import { aCreator, aProvider, anOperator, aWorker, run } from '@pictor/kit/testing';
import type { DurableEvents } from '@pictor/schema/events';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld } from './domain/createWorld.ts';
import { observeMarket } from './domain/observeMarket.ts';
import { openModels } from './model/openModels.ts';
import { openBilling, type OpenBilling } from './test/openBilling.ts';

const minute = 60_000;
const span = 5 * minute;
const start = Date.parse('2026-01-01T00:00:00Z');
const silent = createLog({ level: 'silent' });

let server: TestDatabase;
let database: TestDatabase;
let open: OpenBilling;

beforeAll(async () => void (server = await testDatabase()));
afterAll(() => server.drop());
beforeEach(async () => {
  database = await testDatabase();
  open = await openBilling(database.connection);
});
afterEach(async () => {
  await open.billing.stop();
  await database.drop();
});

const tell = (workerId: string, change: Partial<DurableEvents['worker.market']> = {}) =>
  open.events.deliver('worker.market', {
    ...{ workerId, providerId: 'p', revision: 1, at: open.clock.now() },
    ...{ bidMicroUsd: '500000', benchScore: null, slots: 1, online: true, busy: false },
    ...change,
  });
const slices = () => database.connection.model('MarketSlice').find().sort({ at: 1 }).lean();

const query = `{ market { asOf onlineWorkers onlineSlots measuredWorkers benchScore averageBid thin
  bids { p10 p25 p50 p75 p90 } fill { low average high observations since } } }`;
async function market(actor = aProvider()) {
  const { data, errors } = await run(open.billing.subgraph, query, {}, actor);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { market: Record<string, unknown> }).market;
}

/** Goes on to the next observations, and makes those that the service has not made yet. */
async function observe(times = 1) {
  const { events, clock } = open;
  const world = createWorld(openModels(database.connection), { events, clock, log: silent });
  for (let i = 0; i < times; i++) {
    const now = clock.now();
    clock.set(now % span ? now - (now % span) + span : now === start ? now + minute : now + span);
    await observeMarket(world);
  }
}

test('nothing is known before the first observation', async () => {
  expect(Object.values(await market())).toEqual(Array(9).fill(null));
});

test('it says what online workers ask and bring', async () => {
  for (let i = 1; i <= 10; i++) await tell(`w${i}`, { bidMicroUsd: `${i}00000` });
  await tell('w10', { revision: 2, bidMicroUsd: '1000000', slots: 11, benchScore: 9_000 });
  await tell('w9', { revision: 2, bidMicroUsd: '900000', benchScore: 812.5 });
  await tell('offline', { online: false, bidMicroUsd: '10000' });
  await observe();
  expect(await market()).toEqual({
    asOf: '2026-01-01T00:01:00.000Z',
    ...{ onlineWorkers: 10, onlineSlots: 20, measuredWorkers: 2, benchScore: 9_812.5, thin: false },
    averageBid: String((4_500_000 + 11 * 1_000_000) / 20),
    bids: { p10: '100000', p25: '300000', p50: '500000', p75: '800000', p90: '900000' },
    fill: null,
  });
});

test('an empty market has no bids, and few workers are said to be few', async () => {
  await observe();
  expect(await market()).toMatchObject({ onlineWorkers: 0, averageBid: null, bids: null, benchScore: null });
  await tell('w1');
  await observe();
  expect(await market()).toMatchObject({ onlineWorkers: 1, thin: true, averageBid: '500000' });
});

test('after an hour it knows how much was at work, and what a worker would earn', async () => {
  await tell('w1', { busy: true, slots: 5 });
  const slots = (revision: number, busySlots: number) =>
    open.events.deliver('worker.slots', {
      ...{ workerId: 'w1', providerId: 'p', revision, at: open.clock.now(), busySlots },
    });
  await slots(2, 3);
  await slots(1, 5);
  await tell('w2');
  const estimateOf = async (bid: string, benchScore: number | null, argument = '') => {
    const text = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Worker {
      hourlyEstimate${argument} { low expected high reason bid benchScore thin asOf fill { average } } } } }`;
    const r = [{ __typename: 'Worker', id: 'w2', bid, benchScore }];
    const { data } = await run(open.billing.subgraph, text, { r }, aProvider());
    return (data as any)._entities[0].hourlyEstimate; // eslint-disable-line @typescript-eslint/no-explicit-any
  };
  await observe(11);
  expect((await market()).fill).toBeNull();
  expect(await estimateOf('500000', 1_000)).toMatchObject({ expected: null, fill: null });
  await observe();
  const fill = { low: 0.5, average: 0.5, high: 0.5, observations: 12, since: '2026-01-01T00:01:00.000Z' };
  expect((await market()).fill).toEqual(fill);
  expect(await estimateOf('500000', 1_000)).toEqual({
    ...{ low: '250000', expected: '250000', high: '250000', reason: null },
    ...{ bid: '500000', benchScore: 1_000, thin: true, asOf: '2026-01-01T00:55:00.000Z' },
    fill: { average: 0.5 },
  });
  expect(await estimateOf('500000', 1_000, '(bid: "400000")')).toMatchObject({ expected: '200000' });
  expect(await estimateOf('500000', 1_000, '(bid: "5000000")')).toMatchObject({ expected: null });
  expect(await estimateOf('500000', null)).toMatchObject({ expected: null, benchScore: null });
});

test('older news and news of a deleted worker change nothing', async () => {
  await tell('w1', { revision: 2, bidMicroUsd: '700000' });
  await tell('w1', { revision: 1, bidMicroUsd: '300000' });
  await tell('gone');
  await open.events.deliver('worker.deleted', { workerId: 'gone', providerId: 'p', at: 0 });
  await open.events.deliver('worker.deleted', { workerId: 'never told', providerId: 'p', at: 0 });
  await tell('gone', { revision: 9 });
  await tell('never told', { revision: 9 });
  await observe();
  expect(await market()).toMatchObject({ onlineWorkers: 1, averageBid: '700000' });
});

test('several copies write each observation once, and a restart goes on with them', async () => {
  const other = await openBilling(database.connection, open.clock);
  await tell('w1');
  open.clock.advance(minute);
  await expect.poll(async () => (await slices()).length).toBe(1);
  await other.billing.stop();
  await open.billing.stop();
  open = await openBilling(database.connection, open.clock);
  open.clock.advance(minute);
  expect(await slices()).toHaveLength(1);
  // Its sweep, its two relays and its next observation wait for their time.
  await expect.poll(() => open.clock.timers).toBe(4);
  open.clock.advance(3 * minute);
  await expect.poll(async () => (await slices()).length).toBe(2);
});

test('it is shown to whoever is signed in and to agents, and to no stranger', async () => {
  for (const actor of [aProvider(), aCreator(), anOperator(), aWorker()])
    expect(await market(actor)).toMatchObject({ asOf: null });
  const { errors } = await run(open.billing.subgraph, query, {}, undefined);
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});
