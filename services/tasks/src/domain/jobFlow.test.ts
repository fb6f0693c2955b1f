import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { aPicture, askForTask, complete, lease, put, submit, upscaled } from '../test/flow.ts';
import { testPrices } from '../test/testPrices.ts';
import { anAgent, creator, openTasks, type OpenTasks, type TestAgent } from '../test/openTasks.ts';
import { cancelJob } from './cancelJob.ts';
import { continueJob } from './continueJob.ts';
import { createResultUpload } from './createResultUpload.ts';
import { discardAssets } from './discardAssets.ts';
import { endedMade } from './endedAttempt.ts';
import { jobProgress, unitsDone } from './jobProgress.ts';
import { pictureView } from './pictureView.ts';
import { settleTask } from './settleTask.ts';

const worker = anAgent('worker-1');
const checker = anAgent('checker-1', 'checker');

/** Lets an agent do all there is for it; how many tasks that were. */
async function workOff({ world, quiet }: OpenTasks, agent: TestAgent): Promise<number> {
  for (let done = 0; ; done++) {
    const leased = await askForTask(world, { actor: agent.actor }, 0);
    if (!leased) return done;
    await complete(world, agent, leased);
    await quiet();
  }
}

test('a picture is split, worked on, checked, paid, put together; billing hears of it in order', async () => {
  await using opened = await openTasks();
  const { world, events, quiet } = opened;
  const picture = await aPicture(33, 41);
  const job = await submit(world, { picture });
  expect(job).toMatchObject({ state: 'QUEUED', taskCount: 4, milliUnits: 4 * 360, creatorId: creator.id });
  expect(await workOff(opened, worker)).toBe(4);
  expect(await askForTask(world, { actor: worker.actor }, 0)).toBeNull();
  expect(await world.tasks.countDocuments({ state: 'CHECKING' })).toBe(4);
  expect(await workOff(opened, checker)).toBe(4);
  await quiet();
  const done = (await world.jobs.findById(job._id).lean())!;
  expect(done).toMatchObject({ state: 'DONE', verifiedTaskCount: 4, result: { width: 66, height: 82 } });
  expect(done.finishedAt).toBeDefined();
  expect(events.delivered.map(({ topic }) => topic).filter((topic) => topic !== 'worker.work')).toEqual([
    'job.funded',
    'job.submitted',
    ...Array(4).fill('task.verified'),
    'job.closed',
  ]);
  const { url } = pictureView(world, done.result!);
  const result = Buffer.from(await (await fetch(url)).arrayBuffer());
  const whole = await sharp(picture).resize(66, 82, { kernel: 'nearest', fit: 'fill' }).raw().toBuffer();
  expect((await sharp(result).raw().toBuffer()).equals(whole)).toBe(true);
});

test('progress does not fall while what was proven is not in the job’s sum yet', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const { _id } = await submit(world);
  await workOff(opened, worker);
  const progress = async () =>
    jobProgress((await world.jobs.findById(_id).lean())!, (await unitsDone(world, [_id])).get(_id)!);
  expect(await progress()).toBe(1);
  await world.tasks.updateOne({ jobId: _id, index: 2 }, { $set: { state: 'VERIFIED' } });
  expect(await progress()).toBe(1);
});

test('what was leased is taken no more once its job is cancelled', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const job = await submit(world);
  const leased = await lease(world, worker);
  const { attemptId, token } = leased;
  const asker = { actor: worker.actor };
  const place = await createResultUpload(world, asker, { attemptId, token, sizeBytes: 9 });
  world.kick.job = () => {};
  await cancelJob(world, { actor: creator }, job._id);
  const answer = await put(place.url, Buffer.alloc(9));
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'LEASE_LOST' }]);
});

test('each verified task is paid once, by what was fixed when it was leased', async () => {
  const prices = { ...testPrices, upscaleMilliUnitsPerMegapixel: 400_000_000 };
  await using opened = await openTasks({ prices });
  const { world, events } = opened;
  const job = await submit(world);
  await workOff(opened, worker);
  await workOff(opened, checker);
  const paid = events.delivered.filter(({ topic }) => topic === 'task.verified');
  expect(paid).toHaveLength(4);
  const milliUnits = 32 * 6 * 4 * 400;
  const reward = Math.floor((milliUnits * 500_000) / 3_600_000);
  expect(paid[0]!.event).toEqual({
    taskId: `${job._id}.0`,
    attemptId: `${job._id}.0.1`,
    jobId: job._id,
    creatorId: 'creator-1',
    workerId: 'worker-1',
    providerId: 'provider-of-worker-1',
    milliUnits,
    bidMicroUsd: '500000',
    rewardMicroUsd: String(reward),
    feeMicroUsd: String(Math.floor(reward / 10)),
  });
  expect(job.maxCost).toBe(BigInt(4 * (reward + Math.floor(reward / 10))));
});

test('alpha survives', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  const job = await submit(world, { picture: await aPicture(20, 16, true) });
  await workOff(opened, worker);
  await workOff(opened, checker);
  await quiet();
  const { result } = (await world.jobs.findById(job._id).lean())!;
  expect(await sharp(world.files.path(result!.assetId)).metadata()).toMatchObject({
    width: 40,
    hasAlpha: true,
  });
});

test('once trusted, a worker is checked by chance only', async () => {
  await using opened = await openTasks({ random: () => 0.5 });
  const { world } = opened;
  await submit(world);
  const leased = await lease(world, worker);
  await world.workers.updateOne({ _id: 'worker-1' }, { $set: { validInARow: 10 } });
  await complete(world, worker, leased);
  await opened.quiet();
  expect(await world.attempts.findById(leased.attemptId).lean()).toMatchObject({
    state: 'VERIFIED',
    checked: false,
  });
});

test.each([
  ['a job without tasks', 'FUNDING', 'tasks'],
  ['a job of which billing was not told', 'FUNDING', 'announce'],
])('after a crash, %s goes on', async (_what, state, lost) => {
  let opened = await openTasks();
  opened.billing.answer = 'SILENCE';
  const submitting = submit(opened.world);
  while (opened.events.delivered.length === 0) await opened.quiet();
  opened.clock.advance(5_000);
  const job = await submitting;
  expect(job.state).toBe(state);
  const first = opened;
  opened = await first.crash(async () => {
    if (lost === 'tasks') await first.world.tasks.deleteMany({});
    await first.world.jobs.updateOne({ _id: job._id }, { $set: { step: 'PREPARE', announced: false } });
  });
  const { world } = opened;
  await expect
    .poll(() => world.jobs.findById(job._id).lean())
    .toMatchObject({ state: 'QUEUED', announced: true });
  await expect.poll(() => world.tasks.countDocuments({ state: 'QUEUED' })).toBe(4);
  await opened[Symbol.asyncDispose]();
  await first[Symbol.asyncDispose]();
});

test('after a crash, a reported result is looked at and a finished job put together', async () => {
  await using first = await openTasks();
  const { world } = first;
  const job = await submit(world);
  await workOff(first, worker);
  for (let i = 0; i < 3; i++) {
    await complete(world, checker, await lease(world, checker));
    await first.quiet();
  }
  const last = await lease(world, checker);
  // The process ends before it looks at the last result.
  Object.assign(world.kick, { result: () => {} });
  await complete(world, checker, last);
  expect((await world.tasks.findById(last.taskId).lean())!.state).toBe('REPORTED');
  await using second = await first.crash();
  await second.quiet();
  expect(await second.world.jobs.findById(job._id).lean()).toMatchObject({ state: 'DONE' });
  expect(second.events.delivered.map(({ topic }) => topic)).toEqual(['task.verified', 'job.closed']);
});

test('after a crash, a job whose tasks are all verified is put together', async () => {
  await using first = await openTasks();
  const { world } = first;
  Object.assign(world.kick, { job: () => {} });
  const submitting = submit(world);
  while (!(await world.jobs.exists({}))) await first.quiet();
  const job = (await world.jobs.findOne({}).lean())!;
  await continueJob(world, job._id);
  await submitting;
  await workOff(first, worker);
  await workOff(first, checker);
  expect((await world.jobs.findById(job._id).lean())!.state).toBe('ASSEMBLING');
  await using second = await first.crash();
  await second.quiet();
  expect((await second.world.jobs.findById(job._id).lean())!.state).toBe('DONE');
});

test('a verified task whose consequences a crash has cut off still counts and is paid once', async () => {
  await using first = await openTasks();
  const { world } = first;
  const job = await submit(world);
  await workOff(first, worker);
  await complete(world, checker, await lease(world, checker));
  await first.quiet();
  const task = (await world.tasks.findOne({ state: 'VERIFIED' }).lean())!;
  await world.tasks.updateOne(
    { _id: task._id },
    { $set: { ended: [endedMade(task.made!, false, { state: 'VERIFIED' })] } },
  );
  await world.jobs.updateOne({ _id: job._id }, { $set: { verifiedTaskCount: 0 } });
  await using second = await first.crash();
  await second.quiet();
  const again = (await second.world.tasks.findById(task._id).lean())!;
  expect(again.ended ?? []).toEqual([]);
  await settleTask(second.world, again);
  expect(await second.world.jobs.findById(job._id).lean()).toMatchObject({ verifiedTaskCount: 1 });
  expect(await second.world.workers.findById('worker-1').lean()).toMatchObject({
    verified: 1,
    validInARow: 1,
  });
  expect(second.events.delivered).toEqual([]);
});

test('files that only the work needed are discarded some time after the job', async () => {
  await using opened = await openTasks();
  const { world, clock, quiet } = opened;
  await submit(world);
  await workOff(opened, worker);
  await workOff(opened, checker);
  await quiet();
  clock.advance(2 * 3_600_000);
  await discardAssets(world, 100);
  expect((await world.assets.find({}).lean()).map(({ kind }) => kind).sort()).toEqual([
    'PICTURE',
    'PICTURE',
    'PREVIEW',
    'PREVIEW',
    'UPLOAD',
  ]);
  clock.advance(24 * 3_600_000);
  await discardAssets(world, 100);
  const folder = join(opened.given.dataDir, 'assets');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  expect(files).toHaveLength(4);
  expect(await readFile(join(files[0]!.parentPath, files[0]!.name))).toBeDefined();
});

test('a lease says what to make of the band, and the band holds its neighbours rows', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world, { picture: await aPicture(32, 80) });
  await lease(world, worker, 0);
  const second = await lease(world, worker, 1);
  expect(second.upscale).toEqual({ factor: 2, width: 32, height: 44, keepTop: 12, keepHeight: 20 });
  expect(await sharp(await upscaled(second)).metadata()).toMatchObject({ width: 64, height: 40 });
});
