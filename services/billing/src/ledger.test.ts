import { aCreator, aProvider, anOperator, aWorker, run } from '@pictor/kit/testing';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doom } from './test/crash.ts';
import { delivered, openBilling, type OpenBilling } from './test/openBilling.ts';

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
  expect(await open.problems()).toEqual([]);
  await open.billing.stop();
  await database.drop();
});

const recordDeposit = `mutation ($accountId: ID!, $amount: MicroUsd!, $reference: String!, $key: String!) {
  recordDeposit(accountId: $accountId, amount: $amount, reference: $reference, key: $key) {
    id accountId amount reference method recordedAt } }`;
const payment = { accountId: 'c', amount: '5000000', reference: 'bank 7', key: 'k1' };

describe('a deposit', () => {
  test('is recorded by an operator and can be spent', async () => {
    const { data } = await run(open.billing.subgraph, recordDeposit, payment, anOperator());
    expect(data).toEqual({
      recordDeposit: {
        id: 'deposit:c:k1',
        accountId: 'c',
        amount: '5000000',
        reference: 'bank 7',
        method: 'MANUAL',
        recordedAt: '2026-01-01T00:00:00.000Z',
      },
    });
    expect(await open.balance('c')).toEqual({ available: '5000000', reserved: '0' });
    expect(open.events.published).toContainEqual({ topic: 'balance.changed', event: { creatorId: 'c' } });
  });

  test.each([
    ['a stranger', undefined, 'UNAUTHENTICATED'],
    ['a creator', aCreator('c'), 'FORBIDDEN'],
    ['a provider', aProvider(), 'FORBIDDEN'],
    ['an agent', aWorker(), 'FORBIDDEN'],
  ])('by %s is refused', async (_, actor, code) => {
    const { errors } = await run(open.billing.subgraph, recordDeposit, payment, actor);
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(await open.balance('c')).toEqual({ available: '0', reserved: '0' });
  });

  test.each([
    ['nothing', { amount: '0' }],
    ['less than nothing', { amount: '-1' }],
    ['more than a million dollars', { amount: '1000000000001' }],
    ['no reference', { reference: '   ' }],
    ['a reference too long', { reference: 'x'.repeat(201) }],
    ['no key', { key: '' }],
    ['a key too long', { key: 'x'.repeat(65) }],
    ['an account that is none', { accountId: 'c:k1' }],
  ])('of %s is refused', async (_, change) => {
    const { errors } = await run(
      open.billing.subgraph,
      recordDeposit,
      { ...payment, ...change },
      anOperator(),
    );
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
  });

  test('recorded again is the same; a key that stands for another is refused', async () => {
    const first = await run(open.billing.subgraph, recordDeposit, payment, anOperator());
    open.clock.advance(1000);
    expect(await run(open.billing.subgraph, recordDeposit, payment, anOperator())).toEqual(first);
    for (const change of [{ amount: '5000001' }, { reference: 'bank 8' }]) {
      const { errors } = await run(
        open.billing.subgraph,
        recordDeposit,
        { ...payment, ...change },
        anOperator(),
      );
      expect(errors?.[0]?.extensions?.code).toBe('KEY_REUSED');
    }
    expect(await open.balance('c')).toEqual({ available: '5000000', reserved: '0' });
  });

  test('recorded by two processes at once counts once', async () => {
    const other = await openBilling(database.connection, open.clock);
    await Promise.all([1, 2, 3, 4].flatMap(() => [open.deposit('c', 7n), other.deposit('c', 7n)]));
    expect(await open.balance('c')).toEqual({ available: '7', reserved: '0' });
    await other.billing.stop();
  });
});

describe('a reservation', () => {
  test('is answered, once decided always alike, and told again when asked again', async () => {
    await open.deposit('c', 5_000n);
    const funded = delivered(open, 'job.funded');
    await open.submit('job', 'c', 4_000n);
    expect(await funded).toEqual({ jobId: 'job' });
    expect(await open.balance('c')).toEqual({ available: '1000', reserved: '4000' });
    const again = delivered(open, 'job.funded');
    await open.submit('job', 'c', 4_000n);
    expect(await again).toEqual({ jobId: 'job' });
    expect(await open.balance('c')).toEqual({ available: '1000', reserved: '4000' });
  });

  test('without money is refused and stays so when money comes', async () => {
    const refused = delivered(open, 'job.refused');
    await open.submit('job', 'c', 4_000n);
    expect(await refused).toEqual({ jobId: 'job', code: 'INSUFFICIENT_FUNDS' });
    await open.deposit('c', 5_000n);
    const again = delivered(open, 'job.refused');
    await open.submit('job', 'c', 4_000n);
    expect(await again).toEqual({ jobId: 'job', code: 'INSUFFICIENT_FUNDS' });
    expect(await open.balance('c')).toEqual({ available: '5000', reserved: '0' });
  });

  test('of nothing is funded without any balance', async () => {
    const funded = delivered(open, 'job.funded');
    await open.submit('job', 'c', 0n);
    await funded;
    await open.verify('t', { milliUnits: 0, rewardMicroUsd: '0', feeMicroUsd: '0' });
    await open.close('job', 'c');
    expect(await open.charge('job', 'c')).toEqual({ reserved: '0', rewards: '0', fees: '0', released: '0' });
  });

  test('races another for money that is enough for one', async () => {
    await open.deposit('c', 1_500n);
    const other = await openBilling(database.connection, open.clock);
    await Promise.all([open.submit('a', 'c', 1_000n), other.submit('b', 'c', 1_000n)]);
    expect(await open.balance('c')).toEqual({ available: '500', reserved: '1000' });
    const charges = await Promise.all([open.charge('a', 'c'), open.charge('b', 'c')]);
    expect(charges.filter(Boolean)).toHaveLength(1);
    await other.billing.stop();
  });

  test('asked for by two processes at once, with money for one only, is funded', async () => {
    await open.deposit('c', 1_000n);
    const other = await openBilling(database.connection, open.clock);
    const answers = [open, other].flatMap((each) => [
      delivered(each, 'job.funded'),
      delivered(each, 'job.refused'),
    ]);
    await Promise.all(
      [1, 2, 3].flatMap(() => [open.submit('job', 'c', 1_000n), other.submit('job', 'c', 1_000n)]),
    );
    expect(await Promise.race(answers)).toEqual({ jobId: 'job' });
    expect(await open.balance('c')).toEqual({ available: '0', reserved: '1000' });
    await other.billing.stop();
  });
});

test('money that another process holds for the same job, and died, is found again', async () => {
  await open.deposit('c', 1_000n);
  const fate = doom(database.connection, 2, 'before');
  await expect(open.submit('job', 'c', 1_000n)).rejects.toThrow('has ended');
  fate.revive();
  const funded = delivered(open, 'job.funded');
  await open.submit('job', 'c', 1_000n);
  expect(await funded).toEqual({ jobId: 'job' });
  expect(await open.balance('c')).toEqual({ available: '0', reserved: '1000' });
});

test('what a process left half done is finished by the others within seconds', async () => {
  await open.deposit('c', 1_000n);
  const other = await openBilling(database.connection, open.clock);
  const fate = doom(database.connection, 2, 'before');
  await expect(open.submit('job', 'c', 1_000n)).rejects.toThrow('has ended');
  fate.revive();
  let funded = false;
  for (const each of [open, other]) each.events.receive('job.funded', async () => void (funded = true));
  for (let i = 0; !funded && i < 50; i++) {
    open.clock.advance(5_000);
    await open.balance('c');
  }
  expect(funded).toBe(true);
  expect(await open.balance('c')).toEqual({ available: '0', reserved: '1000' });
  await other.billing.stop();
});

describe('a reward', () => {
  beforeEach(async () => {
    await open.deposit('c', 5_000n);
    await open.submit('job', 'c', 3_300n);
  });

  test('is paid with its fee from what is reserved', async () => {
    await open.verify('t1');
    expect(await open.charge('job', 'c')).toEqual({
      reserved: '3300',
      rewards: '1000',
      fees: '100',
      released: '0',
    });
    expect(await open.balance('c')).toEqual({ available: '1700', reserved: '2200' });
    expect(open.events.published).toContainEqual({
      topic: 'reward.posted',
      event: { transactionId: 'reward:t1', workerId: 'w', providerId: 'p' },
    });
  });

  test('is paid once, however often and by how many it is asked for', async () => {
    const other = await openBilling(database.connection, open.clock);
    await Promise.all([1, 2, 3].flatMap(() => [open.verify('t1'), other.verify('t1')]));
    await open.verify('t1', { attemptId: 'another', workerId: 'thief', providerId: 'thief' });
    const { earnings } = await open.entity('Worker', 'w', 'earnings { total taskCount }', aProvider('p'));
    expect(earnings).toEqual({ total: '1000', taskCount: 1 });
    expect((await open.charge('job', 'c'))?.rewards).toBe('1000');
    await other.billing.stop();
  });

  test('that does not follow from its units and bid is refused', async () => {
    await expect(open.verify('t1', { rewardMicroUsd: '1001' })).rejects.toThrow('units and bid');
    await expect(open.verify('t1', { rewardMicroUsd: '-1000' })).rejects.toThrow('amount of money');
  });

  test('that is more than what is reserved is refused, and is not lost', async () => {
    await Promise.allSettled(['t1', 't2', 't3', 't4', 't5'].map((task) => open.verify(task)));
    expect(await open.charge('job', 'c')).toEqual({
      reserved: '3300',
      rewards: '3000',
      fees: '300',
      released: '0',
    });
    await expect(open.verify('t6')).rejects.toThrow('more than its job has left');
  });

  test('of a job that was never funded is refused', async () => {
    await expect(open.verify('t1', { jobId: 'unknown' })).rejects.toThrow('more than its job has left');
  });
});

describe('a release', () => {
  beforeEach(async () => {
    await open.deposit('c', 5_000n);
    await open.submit('job', 'c', 3_300n);
  });

  test('gives back what workers asked less than the ceiling, when the job is done and when it ends early', async () => {
    const dear = { milliUnits: 3_600, bidMicroUsd: '900000', rewardMicroUsd: '900', feeMicroUsd: '90' };
    const cheap = { milliUnits: 3_600, bidMicroUsd: '400000', rewardMicroUsd: '400', feeMicroUsd: '40' };
    await open.verify('t1', dear);
    await open.verify('t2', { ...cheap, workerId: 'w2' });
    await open.verify('t3', { ...cheap, workerId: 'w2' });
    await open.close('job', 'c');
    expect(await open.charge('job', 'c')).toEqual({
      ...{ reserved: '3300', rewards: '1700', fees: '170', released: '1430' },
    });
    await open.submit('cancelled', 'c', 2_200n);
    await open.verify('t4', { ...cheap, jobId: 'cancelled' });
    await open.close('cancelled', 'c');
    expect(await open.balance('c')).toEqual({ available: String(5_000 - 1_870 - 440), reserved: '0' });
  });

  test('gives back what is left, once', async () => {
    await open.verify('t1');
    const other = await openBilling(database.connection, open.clock);
    await Promise.all([1, 2, 3].flatMap(() => [open.close('job', 'c'), other.close('job', 'c')]));
    expect(await open.balance('c')).toEqual({ available: '3900', reserved: '0' });
    expect(await open.charge('job', 'c')).toEqual({
      reserved: '3300',
      rewards: '1000',
      fees: '100',
      released: '2200',
    });
    await other.billing.stop();
  });

  test('races a late reward: either the one or the other has the money', async () => {
    for (let i = 0; i < 10; i++) {
      const jobId = `race-${i}`;
      await open.deposit('c', 1_100n, `for ${i}`);
      await open.submit(jobId, 'c', 1_100n);
      const [reward] = await Promise.allSettled([
        open.verify(`late-${i}`, { jobId }),
        open.close(jobId, 'c'),
      ]);
      const charge = await open.charge(jobId, 'c');
      const paid = reward.status === 'fulfilled';
      expect(charge).toEqual(
        paid
          ? { reserved: '1100', rewards: '1000', fees: '100', released: '0' }
          : { reserved: '1100', rewards: '0', fees: '0', released: '1100' },
      );
    }
  });

  test('of a job that was never submitted keeps it from being funded', async () => {
    await open.close('early', 'c');
    await open.submit('early', 'c', 100n);
    expect(await open.charge('early', 'c')).toBeNull();
    expect(await open.balance('c')).toEqual({ available: '1700', reserved: '3300' });
  });

  test('races the reservation of its job: nothing stays set aside', async () => {
    for (let i = 0; i < 10; i++) {
      const jobId = `race-${i}`;
      await Promise.all([open.submit(jobId, 'c', 100n), open.close(jobId, 'c')]);
      const { answer } = (await database.connection.models['Reservation']!.findById(jobId).lean()) as {
        answer: string;
      };
      if (answer === 'FUNDED') await open.close(jobId, 'c');
    }
    expect(await open.balance('c')).toEqual({ available: '1700', reserved: '3300' });
  });
});
