import { expect, test, vi } from 'vitest';
import { aPicture, askForTask, complete, lease, submit } from '../test/flow.ts';
import { anAgent, creator, openTasks, type OpenTasks } from '../test/openTasks.ts';
import { limits } from './limits.ts';
import { submitJob } from './submitJob.ts';

const ann = anAgent('ann');
const checker = anAgent('checker-1', 'checker');

/** Tells what a worker asks from now on. */
const tell = ({ events, clock }: OpenTasks, bidMicroUsd: string | null, revision: number, workerId = 'ann') =>
  events.deliver('worker.bid', {
    ...{ workerId, providerId: `provider-of-${workerId}`, revision, bidMicroUsd },
    at: clock.now(),
  });
const rewardAt = (bid: bigint, milliUnits: number) => (BigInt(milliUnits) * bid) / 3_600_000n;
/** 4 bands, each of as much work as a task counts at least. */
const picture = () => aPicture(256, 256);

test('a lease is at the worker’s bid, and keeps it whatever the worker asks later', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world, { picture: await picture(), bid: 80_000_000n });
  await tell(opened, '40000000', 1);
  const first = await lease(world, ann);
  const { milliUnits } = (await world.tasks.findById(first.taskId).lean())!;
  expect(first.reward).toBe(rewardAt(40_000_000n, milliUnits));
  await tell(opened, '60000000', 2);
  expect((await lease(world, ann)).reward).toBe(first.reward);
  const second = await lease(world, ann, 1);
  expect(second.reward).toBe(rewardAt(60_000_000n, milliUnits));
  await complete(world, ann, first);
  await opened.quiet();
  await complete(world, checker, await lease(world, checker));
  await opened.quiet();
  const paid = opened.events.delivered.filter(({ topic }) => topic === 'task.verified');
  expect(paid).toMatchObject([
    { event: { bidMicroUsd: '40000000', rewardMicroUsd: String(first.reward), milliUnits } },
  ]);
  expect(await world.attempts.findById(second.attemptId).lean()).toMatchObject({ bid: 60_000_000n });
});

test('older news of a bid change nothing; null is the default again', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world, { picture: await picture(), bid: 80_000_000n });
  await tell(opened, '60000000', 5);
  await tell(opened, '40000000', 4);
  await tell(opened, null, 3);
  const bidOf = async (slot: number) => {
    const { attemptId } = await lease(world, ann, slot);
    return (await world.attempts.findById(attemptId).lean())!.bid;
  };
  expect(await bidOf(0)).toBe(60_000_000n);
  await tell(opened, null, 6);
  expect(await bidOf(1)).toBe(500_000n);
});

test('a worker is leased what pays its bid, and is not woken for less', async () => {
  await using opened = await openTasks();
  const { world, events } = opened;
  const woken = () => events.published.filter(({ topic }) => topic === 'work.available');
  await tell(opened, '500001', 1);
  expect(await askForTask(world, ann, 0)).toBeNull();
  await submit(world, { key: 'default' });
  await opened.quiet();
  expect(await askForTask(world, ann, 0)).toBeNull();
  expect(woken()).toEqual([]);
  const job = await submit(world, { key: 'pays more', bid: 600_000n });
  await opened.quiet();
  expect(woken()).toMatchObject([{ event: { workerId: 'ann' } }]);
  expect((await lease(world, ann)).taskId).toContain(job._id);
  await tell(opened, '500000', 2);
  for (const slot of [1, 2, 3, 4]) await lease(world, ann, slot);
  expect(await world.tasks.countDocuments({ jobId: job._id, 'lease.workerId': 'ann' })).toBe(4);
});

test('jobs that a worker may not have hide none that it may, however many and well paid', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const job = await submit(world, { bid: 520_000n });
  await opened.quiet();
  const stored = (await world.jobs.findById(job._id).lean())!;
  const at = new Date(clock.now());
  const failures = ['1', '2', '3'].map((attemptId) => ({ attemptId, workerId: 'ann', at }));
  const many = Array.from({ length: limits.candidateJobs + 1 }, (_, i) => i);
  const older = { ...stored, createdAt: new Date(0), outbox: [] };
  await world.jobs.insertMany(many.map((i) => ({ ...older, _id: `blocked-${i}`, failures })));
  await world.jobs.insertMany(many.map((i) => ({ ...older, _id: `cheap-${i}`, bid: 500_000n })));
  await tell(opened, '510000', 1);
  const [own] = await Promise.all([lease(world, ann), askForTask(world, anAgent('cheap'), 0)]);
  expect(own.taskId).toContain(job._id);
});

test('a ceiling that is higher by a hair buys no place before the older job', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const older = await submit(world, { key: 'older' });
  clock.advance(1);
  await submit(world, { key: 'a hair more', bid: 500_001n });
  expect((await lease(world, ann)).taskId).toContain(older._id);
});

test('of workers that ask together each gets what pays its own bid', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const cheap = await submit(world, { key: 'cheap', bid: 100_000n });
  const dear = await submit(world, { key: 'dear', bid: 900_000n });
  await tell(opened, '900000', 1, 'asks-more');
  await tell(opened, '100000', 1, 'asks-less');
  await tell(opened, '900001', 1, 'asks-most');
  const ask = (id: string, slot: number) => askForTask(world, anAgent(id), slot);
  const [most, ...others] = await Promise.all([
    ask('asks-most', 0),
    ...[0, 1, 2, 3].map((slot) => ask('asks-more', slot)),
  ]);
  expect(most).toBeNull();
  expect(others.every((each) => each?.taskId.startsWith(dear._id))).toBe(true);
  expect((await ask('asks-less', 0))?.taskId).toContain(cheap._id);
});

test('a bid is looked up once a minute, not for each lease', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  const find = vi.spyOn(world.workers, 'find');
  const lookUps = async (slot: number) => {
    find.mockClear();
    await lease(world, ann, slot);
    return find.mock.calls.filter(([filter]) => JSON.stringify(filter).includes('bid')).length;
  };
  expect(await lookUps(0)).toBe(1);
  expect(await lookUps(1)).toBe(0);
  clock.advance(60_000);
  expect(await lookUps(2)).toBe(1);
});

test('a bid that changes while it is looked up is looked up again', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await tell(opened, '40000000', 1);
  const find = vi.spyOn(world.workers, 'find');
  const looking = world.bids.lookUp(['ann']);
  expect(find).toHaveBeenCalled();
  await tell(opened, '60000000', 2);
  await looking;
  expect(world.bids.known('ann')).toBeUndefined();
  expect(await world.bids.lookUp(['ann'])).toEqual([60_000_000n]);
  expect(world.bids.known('ann')).toBe(60_000_000n);
});

test('a job is priced at its ceiling, which has bounds', async () => {
  await using opened = await openTasks();
  const { world, events } = opened;
  const job = await submit(world, { picture: await picture(), bid: 80_000_000n });
  const reward = 4n * rewardAt(80_000_000n, job.milliUnits / 4);
  expect(job).toMatchObject({ bid: 80_000_000n, maxCost: reward + reward / 10n });
  await opened.quiet();
  expect(events.delivered.find(({ topic }) => topic === 'job.submitted')?.event).toMatchObject({
    maxMicroUsd: String(job.maxCost),
  });
  expect(await submit(world, { key: 'without' })).toMatchObject({ bid: 500_000n });
  for (const bid of [0n, 9_999n, 100_000_001n, -1n])
    await expect(
      submitJob(world, { actor: creator }, { key: 'k', name: 'A job', assetId: 'none', factor: 2, bid }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
