import {
  aCreator,
  aProvider,
  FakeClock,
  run,
  runSubscription,
  aWorker,
  anOperator,
} from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { delivered, openBilling, type OpenBilling } from './test/openBilling.ts';

let server: TestDatabase;
let database: TestDatabase;
let open: OpenBilling;

beforeAll(async () => void (server = await testDatabase()));
afterAll(() => server.drop());

beforeEach(async () => {
  database = await testDatabase();
  open = await openBilling(database.connection, new FakeClock('2026-03-01T23:59:00Z'));
  await open.deposit('c', 1_000_000n);
  await open.submit('job', 'c', 1_000_000n);
});

afterEach(async () => {
  expect(await open.problems()).toEqual([]);
  await open.billing.stop();
  await database.drop();
});

const selection = 'earnings { total today taskCount days { day amount taskCount } }';
const workerOf = (id: string, provider = 'p') => open.entity('Worker', id, selection, aProvider(provider));

describe('earnings', () => {
  test('of a worker without any are zero for its provider', async () => {
    expect(await workerOf('w')).toEqual({ earnings: { total: '0', today: '0', taskCount: 0, days: [] } });
  });

  test('are counted by days in UTC', async () => {
    await open.verify('t1');
    await open.verify('t2');
    open.clock.set('2026-03-01T23:59:59.999Z');
    await open.verify('t3');
    expect((await workerOf('w')).earnings).toMatchObject({ today: '3000', total: '3000' });
    open.clock.set('2026-03-02T00:00:00Z');
    expect((await workerOf('w')).earnings).toMatchObject({ today: '0', total: '3000' });
    await open.verify('t4', { workerId: 'w2' });
    await open.verify('t5');
    expect(await workerOf('w')).toEqual({
      earnings: {
        total: '4000',
        today: '1000',
        taskCount: 4,
        days: [
          { day: '2026-03-02', amount: '1000', taskCount: 1 },
          { day: '2026-03-01', amount: '3000', taskCount: 3 },
        ],
      },
    });
    const { earnings } = await open.entity('Provider', 'p', selection, aProvider('p'));
    expect(earnings).toMatchObject({ total: '5000', today: '2000', taskCount: 5 });
  });

  test('hold when the clock goes back over midnight and on again', async () => {
    for (const [i, moment] of [
      '03-02T00:00:01Z',
      '03-01T23:59:59Z',
      '03-03T12:00:00Z',
      '03-02T12:00:00Z',
    ].entries()) {
      open.clock.set(`2026-${moment}`);
      await open.verify(`t${i}`);
    }
    expect((await workerOf('w')).earnings).toEqual({
      total: '4000',
      today: '2000',
      taskCount: 4,
      days: [
        { day: '2026-03-03', amount: '1000', taskCount: 1 },
        { day: '2026-03-02', amount: '2000', taskCount: 2 },
        { day: '2026-03-01', amount: '1000', taskCount: 1 },
      ],
    });
  });

  test('are for their provider alone', async () => {
    await open.verify('t1');
    const others = [
      undefined,
      aProvider('q'),
      aCreator('c'),
      aCreator('p'),
      aWorker('w', 'p'),
      anOperator('p'),
    ];
    for (const actor of others) {
      const worker = await open.entity('Worker', 'w', selection, actor);
      expect(worker.earnings).toBeNull();
      if (actor?.accountId !== 'p')
        expect(await open.entity('Provider', 'p', 'earnings { total }', actor)).toEqual({ earnings: null });
    }
    expect(await open.entity('Reward', 'reward:t1', 'amount', aProvider('q'))).toBeNull();
    expect(await open.entity('Reward', 'reward:t1', 'amount taskId attempt { id }', aProvider('p'))).toEqual({
      amount: '1000',
      taskId: 't1',
      attempt: { id: 'attempt-of-t1' },
    });
    expect(await open.entity('Reward', 'deposit:c:first', 'amount', aCreator('c'))).toBeNull();
  });

  test('are told to others: absolute, at most once a second, the last of them for sure', async () => {
    const told: EventMap['worker.earned'][] = [];
    open.events.receive('worker.earned', async (event) => void told.push(event));
    const first = delivered(open, 'worker.earned');
    await open.verify('t0');
    expect(await first).toMatchObject({
      workerId: 'w',
      providerId: 'p',
      revision: 1,
      day: '2026-03-01',
      todayMicroUsd: '1000',
      totalMicroUsd: '1000',
    });
    for (let i = 1; i < 10; i++) await open.verify(`t${i}`);
    expect(told).toHaveLength(1);
    const last = delivered(open, 'worker.earned');
    open.clock.advance(1_000);
    expect(await last).toMatchObject({ todayMicroUsd: '10000', totalMicroUsd: '10000', revision: 10 });
    expect(told).toHaveLength(2);
  });

  test('not told before the process ended are told after the next start', async () => {
    open.events.receive('worker.earned', () => Promise.reject(new Error('not now')));
    await open.verify('t0');
    await open.billing.stop();
    const next = await openBilling(database.connection, open.clock);
    const told = delivered(next, 'worker.earned');
    next.clock.advance(5_000);
    expect(await told).toMatchObject({ totalMicroUsd: '1000' });
    await next.billing.stop();
  });

  test('of many rewards at once, paid by two processes, are counted once each', async () => {
    const other = await openBilling(database.connection, open.clock);
    for (let round = 0; round < 4; round++)
      await Promise.all(
        Array.from({ length: 24 }, (_, i) =>
          [open, other][i % 2]!.verify(`t${round}-${i}`, { workerId: `w${i % 3}` }),
        ),
      );
    const { earnings } = await open.entity('Provider', 'p', selection, aProvider('p'));
    expect(earnings).toMatchObject({ total: '96000', taskCount: 96 });
    expect((await workerOf('w1')).earnings).toMatchObject({ total: '32000', taskCount: 32 });
    await other.billing.stop();
  });

  test('of more rewards of one job at once than an account may have unsettled are refused for now', async () => {
    const tasks = Array.from({ length: 80 }, (_, i) => `t${i}`);
    const outcomes = await Promise.allSettled(tasks.map((task) => open.verify(task)));
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'RATE_LIMITED' });
    for (const task of tasks) await open.verify(task);
    expect((await workerOf('w')).earnings).toMatchObject({ total: '80000', taskCount: 80 });
  });
});

async function pages(type: string, id: string, list: string, fields: string, actor = aProvider('p')) {
  const nodes: Record<string, unknown>[] = [];
  for (let after: string | null = null, more = true; more;) {
    const query = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on ${type} {
      ${list.replace('ARGS', '(first: 3, after: $after)')} } } }`.replace(
      'FIELDS',
      `{ nodes { ${fields} } edges { cursor } pageInfo { hasNextPage endCursor } }`,
    );
    const { data, errors } = await run(
      open.billing.subgraph,
      query,
      { r: [{ __typename: type, id }], after },
      actor,
    );
    expect(errors).toBeUndefined();
    const [entity] = (data as any)._entities; // eslint-disable-line @typescript-eslint/no-explicit-any
    const page = entity.earnings?.rewards ?? entity.postings;
    nodes.push(...page.nodes);
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
    expect(page.nodes.length).toBe(more ? 3 : nodes.length % 3 || 3);
  }
  return nodes;
}

describe('lists', () => {
  test('of rewards are complete and latest first, several of one moment included', async () => {
    for (let i = 0; i < 10; i++) {
      if (i % 4 === 0) open.clock.advance(1000);
      await open.verify(`t${i}`, { workerId: i % 2 ? 'w' : 'v' });
    }
    const all = await pages(
      'Provider',
      'p',
      'earnings { rewardsARGS FIELDS }',
      'id postedAt milliUnits bid amount',
    );
    expect(all.map(({ id }) => id)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((i) => `reward:t${i}`));
    expect(all[0]).toMatchObject({ milliUnits: 3600, bid: '1000000', amount: '1000' });
    const own = await pages('Worker', 'w', 'earnings { rewardsARGS FIELDS }', 'id');
    expect(own.map(({ id }) => id)).toEqual([9, 7, 5, 3, 1].map((i) => `reward:t${i}`));
  });

  test('of postings show what moved the balance, and no rewards', async () => {
    open.clock.advance(1);
    await open.verify('t1');
    await open.deposit('c', 5n, 'second');
    open.clock.advance(1);
    await open.close('job', 'c');
    const all = await pages(
      'Creator',
      'c',
      'postingsARGS FIELDS',
      'kind amount jobId reference',
      aCreator('c'),
    );
    expect(all).toEqual([
      { kind: 'RELEASE', amount: '998900', jobId: 'job', reference: null },
      { kind: 'DEPOSIT', amount: '5', jobId: null, reference: 'bank 1' },
      { kind: 'RESERVATION', amount: '-1000000', jobId: 'job', reference: null },
      { kind: 'DEPOSIT', amount: '1000000', jobId: null, reference: 'bank 1' },
    ]);
    const query = 'balance { available } postings { nodes { id } }';
    for (const actor of [undefined, aCreator('d'), aProvider('p')])
      expect(await open.entity('Creator', 'c', query, actor)).toEqual({ balance: null, postings: null });
    expect(await open.charge('job', 'd')).toBeNull();
  });

  test('refuse pages that cannot be', async () => {
    await open.verify('t1');
    for (const args of ['first: 0', 'first: 101', 'after: "rubbish"', 'after: "WzFd"'])
      await expect(
        open.entity('Worker', 'w', `earnings { rewards(${args}) { nodes { id } } }`, aProvider('p')),
      ).rejects.toThrow('INVALID_INPUT');
    await expect(
      open.entity('Worker', 'w', 'earnings { days(first: 367) { day } }', aProvider('p')),
    ).rejects.toThrow('INVALID_INPUT');
  });
});

describe('subscriptions', () => {
  const earned = `subscription ($workerId: ID) { earned(workerId: $workerId) {
    reward { id amount } worker { id earnings { total } } } }`;

  test('tell a provider of its own rewards', async () => {
    const mine = await runSubscription(open.billing.subgraph, earned, {}, aProvider('p'));
    const one = await runSubscription(open.billing.subgraph, earned, { workerId: 'w2' }, aProvider('p'));
    const others = await runSubscription(open.billing.subgraph, earned, {}, aProvider('q'));
    await open.verify('t0', { workerId: 'w1' });
    await open.verify('t1', { workerId: 'w2' });
    await open.verify('t2', { workerId: 'x', providerId: 'q' });
    const worker = { id: 'w2', earnings: { total: '1000' } };
    const expected = { data: { earned: { reward: { id: 'reward:t1', amount: '1000' }, worker } } };
    expect((await mine.next()).value).toMatchObject({ data: { earned: { reward: { id: 'reward:t0' } } } });
    expect((await mine.next()).value).toEqual(expected);
    expect((await one.next()).value).toEqual(expected);
    expect((await others.next()).value).toMatchObject({ data: { earned: { reward: { id: 'reward:t2' } } } });
    for (const each of [mine, one, others]) await each.return?.();
  });

  test("refuse strangers, other roles and another's worker", async () => {
    await open.verify('t0');
    const started = (query: string, variables: object, actor?: ReturnType<typeof aProvider>) =>
      runSubscription(open.billing.subgraph, query, variables as Record<string, unknown>, actor);
    await expect(started(earned, {})).rejects.toThrow('UNAUTHENTICATED');
    await expect(started(earned, {}, aCreator())).rejects.toThrow('FORBIDDEN');
    await expect(started(earned, { workerId: 'w' }, aProvider('q'))).rejects.toThrow('NOT_FOUND');
    const balance = 'subscription { balanceChanged { creator { id } } }';
    await expect(started(balance, {})).rejects.toThrow('UNAUTHENTICATED');
    await expect(started(balance, {}, aProvider('p'))).rejects.toThrow('FORBIDDEN');
  });

  test('tell a creator of the balance as it is now', async () => {
    const query = 'subscription { balanceChanged { creator { id balance { available } } } }';
    const mine = await runSubscription(open.billing.subgraph, query, {}, aCreator('c'));
    await open.deposit('d', 5n);
    await open.deposit('c', 5n, 'second');
    expect((await mine.next()).value).toEqual({
      data: { balanceChanged: { creator: { id: 'c', balance: { available: '5' } } } },
    });
    await mine.return?.();
  });
});
