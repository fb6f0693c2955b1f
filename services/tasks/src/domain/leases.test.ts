import { expect, test } from 'vitest';
import { aPicture, askForTask, complete, lease, put, submit, uploadResult, upscaled } from '../test/flow.ts';
import { anAgent, openTasks, type OpenTasks } from '../test/openTasks.ts';
import { completeTask } from './completeTask.ts';
import { createResultUpload } from './createResultUpload.ts';
import { deleteWorker } from './deleteWorker.ts';
import { expireLeases } from './expireLeases.ts';
import { failTask } from './failTask.ts';
import type { LeaseView } from './leaseView.ts';
import { reportProgress } from './reportProgress.ts';
import { settleIdle } from './settleIdle.ts';
import { tellSlots } from './tellSlots.ts';

const ann = anAgent('ann');
const bob = anAgent('bob');
const checker = anAgent('checker-1', 'checker');
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const progressOf = ({ attemptId, token }: LeaseView, progress: number, signs = 0) => [
  { attemptId, token, progress, signs },
];
const stateOf = async ({ world }: OpenTasks, { taskId }: LeaseView) =>
  (await world.tasks.findById(taskId).lean())!.state;
const attemptOf = ({ world }: OpenTasks, { attemptId }: LeaseView) =>
  world.attempts.findById(attemptId).lean();
const fail = ({ attemptId, token }: LeaseView) => ({
  attemptId,
  token,
  code: 'ENGINE_CRASHED',
  reason: 'It fell over.',
});

/** Lets a lease expire and its task be offered again. */
async function expire(opened: OpenTasks) {
  opened.clock.advance(76 * second);
  await expireLeases(opened.world, 100);
}

test('fifty workers that ask at once for four tasks get one each, and none twice', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world);
  const agents = Array.from({ length: 50 }, (_, i) => anAgent(`worker-${i}`));
  const leases = await Promise.all(agents.map(({ actor }) => askForTask(world, { actor }, 0)));
  const got = leases.filter((each) => each !== null);
  expect(new Set(got.map(({ taskId }) => taskId)).size).toBe(4);
  expect(got).toHaveLength(4);
  expect(await world.tasks.countDocuments({ state: 'RUNNING', attempts: 1 })).toBe(4);
  expect(await world.attempts.countDocuments({ state: 'RUNNING' })).toBe(4);
});

test('a slot that asks often at once holds one lease, and gets the same one with a new address', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  const leases = await Promise.all(
    Array.from({ length: 12 }, () => askForTask(world, { actor: ann.actor }, 0)),
  );
  expect(new Set(leases.map((each) => each?.token)).size).toBe(1);
  expect(await world.tasks.countDocuments({ 'lease.workerId': 'ann' })).toBe(1);
  clock.advance(20 * minute);
  const again = await lease(world, ann);
  expect(again.attemptId).toBe(leases[0]!.attemptId);
  expect(again.token).toBe(leases[0]!.token);
  expect(again.inputUrl).not.toBe(leases[0]!.inputUrl);
  expect((await fetch(again.inputUrl)).status).toBe(200);
  expect((await lease(world, ann, 1)).taskId).not.toBe(again.taskId);
});

for (const after of ['its agent asks again', 'the next start'] as const)
  test(`what follows from a lease and was lost in a crash is made up for when ${after}`, async () => {
    await using opened = await openTasks();
    const { world } = opened;
    await submit(world);
    const { bulkWrite } = world.attempts;
    world.attempts.bulkWrite = () => Promise.reject(new Error('killed'));
    await expect(askForTask(world, ann, 0)).rejects.toThrow('killed');
    const claimed = (await world.tasks.findOne({ 'lease.workerId': 'ann' }).lean())!;
    expect(await world.attempts.countDocuments()).toBe(0);
    world.attempts.bulkWrite = bulkWrite;
    await using next = after === 'the next start' ? await opened.crash() : undefined;
    const then = next ?? opened;
    if (!next) expect((await lease(world, ann)).token).toBe(claimed.lease!.token);
    expect(await then.world.attempts.find().lean()).toMatchObject([
      { taskId: claimed._id, workerId: 'ann', number: 1, state: 'RUNNING' },
    ]);
    await then.quiet();
    expect(await then.world.workers.findById('ann').lean()).toMatchObject({ work: 'UPSCALING' });
    expect(then.events.delivered).toContainEqual(
      expect.objectContaining({
        topic: 'worker.work',
        event: expect.objectContaining({ work: 'UPSCALING' }),
      }),
    );
  });

test('of workers with nothing to do as many are woken as there are tasks', async () => {
  await using opened = await openTasks();
  const { world, events } = opened;
  expect(await askForTask(world, ann, 0)).toBeNull();
  expect(await askForTask(world, bob, 0)).toBeNull();
  await submit(world, { picture: await aPicture(4, 1) });
  await opened.quiet();
  const woken = events.published.filter(({ topic }) => topic === 'work.available');
  expect(woken.map(({ event }) => event)).toEqual([{ workerId: 'ann' }]);
});

test('progress renews a lease, and never goes back', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  clock.advance(50 * second);
  const expiresAt = new Date(clock.now() + minute);
  expect(await reportProgress(world, ann, progressOf(leased, 0.5))).toEqual([
    { attemptId: leased.attemptId, held: true, expiresAt },
  ]);
  clock.advance(50 * second);
  await reportProgress(world, ann, progressOf(leased, 0.25));
  expect(await world.tasks.findById(leased.taskId).lean()).toMatchObject({ state: 'RUNNING', progress: 0.5 });
  await expireLeases(world, 100);
  expect(await stateOf(opened, leased)).toBe('RUNNING');
});

test('expiry alone takes nothing away: the task is offered after a while, and its worker may still finish it', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  clock.advance(74 * second);
  await expireLeases(world, 100);
  expect(await stateOf(opened, leased)).toBe('RUNNING');
  clock.advance(2 * second);
  await expireLeases(world, 100);
  expect(await stateOf(opened, leased)).toBe('QUEUED');
  expect(await attemptOf(opened, leased)).toMatchObject({ state: 'RUNNING' });
  expect((await complete(world, ann, leased)).state).toBe('REPORTED');
});

test('a worker that comes back takes its offered task up again', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  await expire(opened);
  const [state] = await reportProgress(world, ann, progressOf(leased, 0.1));
  expect(state).toMatchObject({ held: true });
  expect(await stateOf(opened, leased)).toBe('RUNNING');
  await expire(opened);
  expect((await lease(world, ann)).token).toBe(leased.token);
  expect(await stateOf(opened, leased)).toBe('RUNNING');
});

test('the next lease voids the old token, for everything', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world, { picture: await aPicture(4, 1) });
  const old = await lease(world, ann);
  const result = await upscaled(old);
  const input = await uploadResult(world, ann, old, result);
  const place = await createResultUpload(world, ann, { ...input, sizeBytes: result.length });
  await expire(opened);
  const next = await lease(world, bob);
  expect(next.taskId).toBe(old.taskId);
  expect(next.token).not.toBe(old.token);
  const lost = { code: 'LEASE_LOST' };
  await expect(completeTask(world, ann, input)).rejects.toMatchObject(lost);
  await expect(failTask(world, ann, fail(old))).rejects.toMatchObject(lost);
  await expect(createResultUpload(world, ann, { ...input, sizeBytes: 9 })).rejects.toMatchObject(lost);
  expect(await reportProgress(world, ann, progressOf(old, 0.9))).toMatchObject([
    { held: false, expiresAt: null },
  ]);
  expect((await put(place.url, result)).status).toBe(403);
  expect((await fetch(old.inputUrl)).status).toBe(403);
  expect(await attemptOf(opened, old)).toMatchObject({ state: 'LOST', reasonCode: 'LEASE_EXPIRED' });
  expect(await world.workers.findById('ann').lean()).toMatchObject({ failed: 1, computeMs: 76 * second });
  expect((await complete(world, bob, next)).state).toBe('REPORTED');
});

test('expiry and completion at once: the result stays', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const input = await uploadResult(world, ann, leased, await upscaled(leased));
  clock.advance(76 * second);
  const [, done] = await Promise.all([
    expireLeases(world, 100),
    completeTask(world, ann, input).catch(() => completeTask(world, ann, input)),
  ]);
  expect(done.state).toMatch(/REPORTED|VERIFIED/);
  await opened.quiet();
  expect(await stateOf(opened, leased)).toBe('CHECKING');
});

test('a completion told often, at once and later, is one; it is paid once', async () => {
  await using opened = await openTasks();
  const { world, events, quiet } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const input = await uploadResult(world, ann, leased, await upscaled(leased));
  const told = await Promise.all(Array.from({ length: 6 }, () => completeTask(world, ann, input)));
  expect(new Set(told.map(({ _id }) => _id))).toEqual(new Set([leased.attemptId]));
  await quiet();
  await complete(world, checker, await lease(world, checker));
  await quiet();
  expect(await completeTask(world, ann, input)).toMatchObject({
    state: 'VERIFIED',
    checked: true,
    agreementDb: 99,
  });
  expect(events.delivered.filter(({ topic }) => topic === 'task.verified')).toHaveLength(1);
  expect(await world.workers.findById('ann').lean()).toMatchObject({ verified: 1, validInARow: 1 });
});

test('a report and a failure at once: one of them counts', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const input = await uploadResult(world, ann, leased, await upscaled(leased));
  const outcomes = await Promise.allSettled([
    completeTask(world, ann, input),
    failTask(world, ann, fail(leased)),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await opened.quiet();
  const { state } = (await attemptOf(opened, leased))!;
  expect(['REPORTED', 'FAILED']).toContain(state);
  expect(await stateOf(opened, leased)).toBe(state === 'FAILED' ? 'QUEUED' : 'CHECKING');
});

test('a failure told again is the same failure', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const first = await failTask(world, ann, fail(leased));
  expect(first).toMatchObject({ state: 'FAILED', reasonCode: 'ENGINE_CRASHED', reason: 'It fell over.' });
  expect(await failTask(world, ann, fail(leased))).toEqual(first);
  expect(await world.workers.findById('ann').lean()).toMatchObject({ failed: 1 });
  expect(await stateOf(opened, leased)).toBe('QUEUED');
});

const stop = ({ attemptId, token }: LeaseView) => ({
  attemptId,
  token,
  code: 'AGENT_STOPPED',
  reason: 'The agent was stopped.',
});

test('a task given back by an agent that was stopped is offered at once, and nobody is blamed', async () => {
  await using opened = await openTasks();
  const { world, events } = opened;
  const job = await submit(world, { picture: await aPicture(4, 1) });
  expect(await askForTask(world, checker, 0)).toBeNull();
  const [bobs, anns] = [await lease(world, bob), await askForTask(world, ann, 0)];
  expect(anns).toBeNull();
  const given = await failTask(world, bob, stop(bobs));
  expect(given).toMatchObject({ state: 'CANCELLED', reasonCode: 'AGENT_STOPPED', endedAt: expect.any(Date) });
  expect(await failTask(world, bob, stop(bobs))).toEqual(given);
  expect(events.published).toContainEqual({ topic: 'work.available', event: { workerId: 'ann' } });
  const task = (await world.tasks.findById(bobs.taskId).lean())!;
  expect(task).toMatchObject({ state: 'QUEUED', progress: 0 });
  expect(task.failures ?? []).toEqual([]);
  expect((await world.jobs.findById(job._id).lean())!.failures ?? []).toEqual([]);
  expect(await world.workers.findById('bob').lean()).toMatchObject({ failed: 0, work: 'UPSCALING' });
  expect((await lease(world, ann)).taskId).toBe(bobs.taskId);
  await expect(failTask(world, bob, fail(bobs))).resolves.toEqual(given);
});

test('stopped workers do not end a job; one that is stopped again and again is not offered it, and not blamed', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  const job = await submit(world, { picture: await aPicture(4, 1) });
  const failures = async () => (await world.jobs.findById(job._id).lean())!.failures?.length ?? 0;
  for (const name of ['a', 'b', 'c', 'd'])
    await failTask(world, anAgent(name), stop(await lease(world, anAgent(name))));
  for (let i = 0; i < 3; i++) await failTask(world, ann, stop(await lease(world, ann)));
  expect(await failures()).toBe(0);
  for (let i = 1; i <= 3; i++) {
    await failTask(world, ann, stop(await lease(world, ann)));
    expect(await failures()).toBe(i);
  }
  expect(await askForTask(world, ann, 0)).toBeNull();
  await quiet();
  expect(await world.jobs.findById(job._id).lean()).toMatchObject({ state: 'RUNNING' });
  expect(await world.workers.findById('ann').lean()).toMatchObject({ failed: 0 });
  expect((await world.tasks.findOne({ jobId: job._id }).lean())!.failures ?? []).toEqual([]);
  const last = await lease(world, bob);
  await world.tasks.updateOne({ _id: last.taskId }, { $set: { attempts: 64 } });
  await failTask(world, bob, stop({ ...last, attemptId: `${last.taskId}.64` }));
  expect(await stateOf(opened, last)).toBe('FAILED');
});

const stopping = (leased: LeaseView) => [{ ...progressOf(leased, 0.5)[0], stopping: true }];

test('an agent that stops and means to go on has a minute to come back', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world, { picture: await aPicture(4, 1) });
  const leased = await lease(world, ann);
  for (const _ of [1, 2]) {
    await reportProgress(world, ann, stopping(leased));
    clock.advance(59 * second);
    await expireLeases(world, 100);
    expect(await askForTask(world, bob, 0)).toBeNull();
    expect((await lease(world, ann)).token).toBe(leased.token);
  }
  clock.advance(61 * second);
  await expireLeases(world, 100);
  expect(await stateOf(opened, leased)).toBe('RUNNING');
});

test('one that does not come back is not blamed: after the minute its task is offered, and its own until taken', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world, { picture: await aPicture(4, 1) });
  const leased = await lease(world, ann);
  await reportProgress(world, ann, stopping(leased));
  clock.advance(minute);
  await expireLeases(world, 100);
  expect(await stateOf(opened, leased)).toBe('QUEUED');
  expect((await lease(world, ann)).token).toBe(leased.token);
  await reportProgress(world, ann, stopping(leased));
  clock.advance(minute);
  await expireLeases(world, 100);
  expect((await lease(world, bob)).taskId).toBe(leased.taskId);
  await opened.quiet();
  expect(await attemptOf(opened, leased)).toMatchObject({ state: 'CANCELLED', reasonCode: 'AGENT_STOPPED' });
  expect(await world.workers.findById('ann').lean()).toMatchObject({ failed: 0 });
});

test('a check given back by a checker that was stopped waits for no one', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  await submit(world, { picture: await aPicture(4, 1) });
  await complete(world, ann, await lease(world, ann));
  await quiet();
  const old = await lease(world, checker);
  expect(await failTask(world, checker, stop(old))).toMatchObject({ state: 'CANCELLED' });
  const next = await lease(world, anAgent('checker-2', 'checker'));
  expect(next).toMatchObject({ taskId: old.taskId, check: true });
});

test('a worker that failed a job three times is not offered it until five hours later', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  for (let i = 0; i < 3; i++) await failTask(world, ann, fail(await lease(world, ann)));
  expect(await askForTask(world, ann, 0)).toBeNull();
  expect(await askForTask(world, bob, 0)).not.toBeNull();
  clock.advance(5 * hour - 1);
  expect(await askForTask(world, ann, 0)).toBeNull();
  clock.advance(1);
  expect(await askForTask(world, ann, 0)).not.toBeNull();
});

test('three workers that fail a task end the job; what is leased of it ends, too', async () => {
  await using opened = await openTasks();
  const { world, events, quiet } = opened;
  const job = await submit(world);
  for (const name of ['a', 'b', 'c'])
    await failTask(world, anAgent(name), fail(await lease(world, anAgent(name))));
  await quiet();
  expect(await world.jobs.findById(job._id).lean()).toMatchObject({
    state: 'FAILED',
    reasonCode: 'TASK_FAILED',
    reason: expect.stringMatching(/^Task 1 was tried by 3 workers in vain\. The last try: \S/),
  });
  expect(await world.tasks.countDocuments({ state: 'CANCELLED' })).toBe(3);
  expect(events.delivered.at(-1)).toMatchObject({ topic: 'job.closed' });
  expect(await askForTask(world, bob, 0)).toBeNull();
});

/** Reports on an attempt every 20 s, with as many signs of life as `signs` says. */
async function reportFor(opened: OpenTasks, leased: LeaseView, ms: number, signs = () => 0) {
  for (const { world, clock } = opened; ms > 0; ms -= 20 * second) {
    clock.advance(20 * second);
    await reportProgress(world, ann, progressOf(leased, 0.5, signs()));
    await expireLeases(world, 100);
  }
}

test('an attempt that is reported on without a sign of life is ended as hung', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  await reportProgress(world, ann, progressOf(leased, 0.5));
  await reportFor(opened, leased, 11 * minute);
  expect(await attemptOf(opened, leased)).toMatchObject({ state: 'FAILED', reasonCode: 'TASK_HUNG' });
  expect(await stateOf(opened, leased)).toBe('QUEUED');
});

test('signs of life without progress keep an attempt, for as long as such work can take', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  let signs = 0;
  await reportFor(opened, leased, 15 * minute, () => ++signs);
  expect(await stateOf(opened, leased)).toBe('RUNNING');
  const since = new Date(clock.now() - 24 * hour + minute);
  await world.tasks.updateOne({ _id: leased.taskId }, { $set: { 'lease.since': since } });
  await reportFor(opened, leased, 3 * minute, () => ++signs);
  expect(await attemptOf(opened, leased)).toMatchObject({ state: 'FAILED', reasonCode: 'TASK_HUNG' });
});

test('an outage of the platform makes nothing hung, and takes nothing away', async () => {
  await using opened = await openTasks();
  await submit(opened.world);
  const leased = await lease(opened.world, ann);
  await reportFor(opened, leased, 9 * minute);
  opened.clock.advance(15 * minute);
  await using next = await opened.crash();
  await expireLeases(next.world, 100);
  expect(await stateOf(next, leased)).toBe('RUNNING');
  await reportFor(next, leased, 40 * second);
  expect(await stateOf(next, leased)).toBe('RUNNING');
  await reportFor(next, leased, 2 * minute);
  expect(await attemptOf(next, leased)).toMatchObject({ reasonCode: 'TASK_HUNG' });
});

test('a worker that is offline is never hung: its long task is offered, and still its own', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  await world.tasks.updateOne({ _id: leased.taskId }, { $set: { milliUnits: 2 * hour } });
  for (let i = 0; i < 12; i++) {
    clock.advance(minute);
    await expireLeases(world, 100);
  }
  expect(await stateOf(opened, leased)).toBe('QUEUED');
  expect((await complete(world, ann, leased)).state).toBe('REPORTED');
});

test('a task that is lost again and again is given up in the end', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  const job = await submit(world, { picture: await aPicture(4, 1) });
  const leased = await lease(world, ann);
  await world.tasks.updateOne({ _id: leased.taskId }, { $set: { attempts: 64 } });
  await expire(opened);
  await quiet();
  expect(await world.tasks.findById(leased.taskId).lean()).toMatchObject({ state: 'FAILED' });
  expect(await world.jobs.findById(job._id).lean()).toMatchObject({ state: 'FAILED' });
});

test('a deleted worker loses its leases and gets no more', async () => {
  await using opened = await openTasks();
  const { world, events, clock } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const deleted = { workerId: 'ann', providerId: 'provider-of-ann', at: clock.now() };
  await events.deliver('worker.deleted', deleted);
  await deleteWorker(world, deleted);
  expect(await attemptOf(opened, leased)).toMatchObject({ state: 'CANCELLED', reasonCode: 'WORKER_DELETED' });
  expect(await stateOf(opened, leased)).toBe('QUEUED');
  expect(await askForTask(world, ann, 0)).toBeNull();
  expect(await world.tasks.countDocuments({ 'lease.workerId': 'ann' })).toBe(0);
  expect(await askForTask(world, bob, 0)).not.toBeNull();
});

test('others hear what a worker is doing: once when it begins, once when it has been idle for a while', async () => {
  await using opened = await openTasks();
  const { world, events, clock, quiet } = opened;
  await submit(world);
  const told = () =>
    events.delivered
      .filter(({ topic }) => topic === 'worker.work')
      .map(({ event }) => (event as { work: string; revision: number }).work);
  await failTask(world, ann, fail(await lease(world, ann)));
  const held = await lease(world, ann);
  clock.advance(6 * second);
  await settleIdle(world, 100);
  await quiet();
  expect(told()).toEqual(['UPSCALING']);
  await failTask(world, ann, fail(held));
  clock.advance(6 * second);
  await settleIdle(world, 100);
  await quiet();
  expect(told()).toEqual(['UPSCALING', 'IDLE']);
  expect(await world.workers.findById('ann').lean()).toMatchObject({ work: 'IDLE', workRevision: 2 });
});

test('others hear on how many slots a worker is at work, where that has changed', async () => {
  await using opened = await openTasks();
  const { world, events, quiet } = opened;
  await submit(world);
  const told = async () => {
    await tellSlots(world);
    await quiet();
    return events.delivered
      .filter(({ topic }) => topic === 'worker.slots')
      .map(({ event }) => event as { workerId: string; busySlots: number; revision: number })
      .map(({ workerId, busySlots, revision }) => `${revision}: ${workerId} ${busySlots}`);
  };
  const first = await lease(world, ann);
  expect(await told()).toEqual([]);
  for (const slot of [1, 2]) await lease(world, ann, slot);
  await lease(world, bob);
  expect(await told()).toEqual(['1: ann 3']);
  expect(await told()).toEqual(['1: ann 3']);
  await failTask(world, ann, fail(first));
  expect(await told()).toEqual(['1: ann 3', '2: ann 2']);
});

test('checks go to the checker alone, and the checker gets nothing else', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  await submit(world, { picture: await aPicture(4, 1) });
  expect(await askForTask(world, checker, 0)).toBeNull();
  await complete(world, ann, await lease(world, ann));
  await quiet();
  expect(await askForTask(world, bob, 0)).toBeNull();
  const check = await lease(world, checker);
  expect(check).toMatchObject({ check: true, reward: 0n });
  expect((await lease(world, checker)).token).toBe(check.token);
});

test('a check that expires or fails is made again', async () => {
  await using opened = await openTasks();
  const { world, clock, quiet } = opened;
  await submit(world, { picture: await aPicture(4, 1) });
  await complete(world, ann, await lease(world, ann));
  await quiet();
  const old = await lease(world, checker);
  await expire(opened);
  const other = anAgent('checker-2', 'checker');
  const next = await lease(world, other);
  expect(next.taskId).toBe(old.taskId);
  await expect(failTask(world, checker, fail(old))).rejects.toMatchObject({ code: 'LEASE_LOST' });
  await failTask(world, other, fail(next));
  expect(await askForTask(world, checker, 0)).toBeNull();
  clock.advance(30 * second);
  await complete(world, checker, await lease(world, checker));
  await quiet();
  expect(await stateOf(opened, next)).toBe('VERIFIED');
});

test('creators take turns', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const other = {
    id: 'creator-2',
    role: 'account',
    accountId: 'creator-2',
    permissions: ['create'],
  } as const;
  const first = await submit(world);
  opened.clock.advance(second);
  const later = await submit(world, { actor: other });
  const jobs = [];
  for (let slot = 0; slot < 4; slot++) jobs.push((await lease(world, ann, slot)).taskId.split('.')[0]);
  expect(jobs).toEqual([first._id, later._id, first._id, later._id]);
});
