import { readFile } from 'node:fs/promises';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { aPicture, askForTask, upload } from '../test/flow.ts';
import { anAgent, creator, openTasks, type OpenTasks } from '../test/openTasks.ts';
import {
  askToRender,
  completeRender,
  leaseRender,
  plain,
  rendered,
  submitScene,
  uploadFrame,
  uploadFrames,
  wanted,
} from '../test/renders.ts';
import { completeTask } from './completeTask.ts';
import { createFrameUpload } from './createFrameUpload.ts';
import { discardAssets } from './discardAssets.ts';
import { estimateRender } from './estimate.ts';
import { examineTasks } from './examineTask.ts';
import { failTask } from './failTask.ts';
import { limits } from './limits.ts';
import { frameViews } from './frameViews.ts';
import { leasesOf } from './findWorkers.ts';
import { jobPreviewUrl, renderView } from './renderView.ts';
import { submitJob } from './submitJob.ts';
import { checker as checkerView } from './checker.ts';

const ann = anAgent('ann');
const bob = anAgent('bob');
const checker = anAgent('checker-1', 'checker');

/** The job's frames as its creator sees them. */
async function framesSeen({ world }: OpenTasks, jobId: string, page: object = { first: 64 }) {
  const job = (await world.jobs.findById(jobId).lean())!;
  return frameViews(world, renderView(world, job)!, page);
}

/** What is known of the job's only task and its latest attempt. */
async function stateOf({ world }: OpenTasks, jobId: string) {
  const job = (await world.jobs.findById(jobId).lean())!;
  const [task] = await world.tasks.find({ jobId }).lean();
  const [attempt] = await world.attempts
    .find({ taskId: task!._id, check: false })
    .sort({ number: -1 })
    .lean();
  const { state, reasonCode } = attempt ?? {};
  return { job: job.state, task: task!.state, attempt: state, reasonCode };
}

const payments = ({ events }: OpenTasks) => events.delivered.filter(({ topic }) => topic === 'task.verified');

/** Lets the checker re-run what waits for it. */
async function check(opened: OpenTasks) {
  await opened.quiet();
  const leased = await leaseRender(opened.world, checker);
  await completeRender(opened.world, checker, leased);
  await opened.quiet();
  return leased;
}

test('a scene is rendered, re-run in part, paid once and put into one archive; frames show as they come', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  const job = await submitScene(world);
  const { maxCost, milliUnits } = estimateRender(world, wanted);
  expect(job).toMatchObject({ kind: 'RENDER', state: 'QUEUED', maxCost, milliUnits, taskCount: 1 });
  expect(job.render).toMatchObject({ frameCount: 6, sceneVersion: '3.4' });

  const leased = await leaseRender(world, ann);
  expect(leased).toMatchObject({ kind: 'RENDER', upscale: null, inputBytes: job.render!.sceneBytes });
  expect(leased.render).toEqual({ ...sizes, frames: [1, 2, 3, 4, 5, 6], uploaded: [] });
  const scene = await fetch(leased.inputUrl);
  expect(Buffer.from(await scene.arrayBuffer()).length).toBe(leased.inputBytes);

  await uploadFrame(world, ann, leased, 2);
  await quiet();
  const some = await framesSeen(opened, job._id);
  expect(some.map(({ state }) => state).join()).toBe('RENDERING,RENDERED,WAITING,WAITING,WAITING,WAITING');
  expect((await fetch(some[1]!.previewUrl!)).headers.get('content-type')).toBe('image/webp');
  expect(jobPreviewUrl(world, (await world.jobs.findById(job._id).lean())!)).toContain('.p2?');

  await completeRender(world, ann, leased);
  await quiet();
  expect(await stateOf(opened, job._id)).toMatchObject({ job: 'RUNNING', task: 'CHECKING' });
  const checked = await check(opened);
  expect(checked.render!.frames).toHaveLength(2);
  await quiet();
  expect(await stateOf(opened, job._id)).toMatchObject({ job: 'DONE', attempt: 'VERIFIED' });
  expect(payments(opened)).toHaveLength(1);
  const done = (await world.jobs.findById(job._id).lean())!;
  expect(done.render!.verifiedFrameCount).toBe(6);
  const archive = await fetch(renderView(world, done)!.archive!.url);
  const entries = await new ZipReader(
    new Uint8ArrayReader(new Uint8Array(await archive.arrayBuffer())),
  ).getEntries();
  expect(entries.map(({ filename }) => filename)).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => `000${number}.png`),
  );
  expect((await framesSeen(opened, job._id)).every(({ state }) => state === 'VERIFIED')).toBe(true);
});

const { width, height, samples, format } = wanted;
const sizes = { width, height, samples, format };

test('only a slot with the scene’s Blender or a later one gets its tasks', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submitScene(world);
  expect(await askForTask(world, { actor: ann.actor }, 0)).toBeNull();
  expect(await askToRender(world, ann, '3.3.9')).toBeNull();
  expect(await askToRender(world, ann, '2.79')).toBeNull();
  expect(await askToRender(world, ann, '4.0')).not.toBeNull();
});

test('scenes that nobody can render keep nobody from those that can be, however well they pay', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const job = await submitScene(world);
  const stored = (await world.jobs.findById(job._id).lean())!;
  await world.jobs.insertMany(
    Array.from({ length: limits.candidateJobs + 1 }, (_, i) => ({
      ...{ ...stored, _id: `job_new_${i}`, bid: 100_000_000n, ceilingBand: 106, outbox: [] },
      render: { ...stored.render!, sceneVersion: '9.99', sceneNumber: 9_099 },
    })),
  );
  const [lease] = await Promise.all([askToRender(world, ann), askToRender(world, bob, '2.80')]);
  expect(lease).toMatchObject({ kind: 'RENDER' });
});

test.each([
  ['of another size', () => plain('#123', { width: 31, height: 24 }), 'FRAME_WRONG_SIZE'],
  ['of garbage', async () => Buffer.alloc(300, 7), 'FRAME_UNREADABLE'],
])(
  'a frame %s ends its attempt at once, unpaid, and is rendered again by another',
  async (_, spoil, code) => {
    await using opened = await openTasks();
    const { world, quiet } = opened;
    const job = await submitScene(world);
    const leased = await leaseRender(world, ann);
    await uploadFrame(world, ann, leased, 1);
    await uploadFrame(world, ann, leased, 2, await spoil());
    await quiet();
    expect(await stateOf(opened, job._id)).toMatchObject({
      task: 'QUEUED',
      attempt: 'REFUSED',
      reasonCode: code,
    });
    expect((await framesSeen(opened, job._id)).every(({ file }) => file === null)).toBe(true);
    await expect(uploadFrame(world, ann, leased, 3)).rejects.toMatchObject({ code: 'LEASE_LOST' });
    expect((await world.workers.findById('ann').lean())!.refused).toBe(1);
    await completeRender(world, bob, await leaseRender(world, bob));
    await check(opened);
    expect(await stateOf(opened, job._id)).toMatchObject({ job: 'DONE', attempt: 'VERIFIED' });
    expect(payments(opened).map(({ event }) => (event as { workerId: string }).workerId)).toEqual(['bob']);
  },
);

test('frames that differ from their re-run are refused', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const job = await submitScene(world);
  await completeRender(world, ann, await leaseRender(world, ann), (frame) => rendered(frame + 1));
  await check(opened);
  expect(await stateOf(opened, job._id)).toMatchObject({ task: 'QUEUED', reasonCode: 'RESULT_DIFFERS' });
  expect(payments(opened)).toEqual([]);
});

/** Reports the task of a render that was made with Blender 3.4, and waits until it waits for its re-run. */
async function awaitingCheck(opened: OpenTasks, make?: (frame: number) => Promise<Buffer>) {
  const leased = await leaseRender(opened.world, ann);
  await completeRender(opened.world, ann, leased, make);
  await opened.quiet();
  return leased;
}

const otherChecker = anAgent('checker-2', 'checker');

test('a re-run is left to a checker with the Blender of the first run for a while, then to any that opens the scene', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const job = await submitScene(world);
  expect(await askToRender(world, otherChecker, '4.2.1')).toBeNull();
  expect(await askToRender(world, checker, '3.4.0')).toBeNull();
  await awaitingCheck(opened);
  const woken = opened.events.published.filter(({ topic }) => topic === 'work.available');
  expect(woken).toMatchObject([{ event: { workerId: 'checker-1' } }]);
  expect(await askToRender(world, otherChecker, '4.2.1')).toBeNull();
  clock.advance(world.times.sameBlenderWait);
  expect(await askToRender(world, otherChecker, '3.3.0')).toBeNull();
  const taken = (await askToRender(world, otherChecker, '4.2.1'))!;
  expect(taken.check).toBe(true);
  await completeRender(world, otherChecker, taken);
  await opened.quiet();
  expect(await stateOf(opened, job._id)).toMatchObject({ job: 'DONE', attempt: 'VERIFIED' });
});

test('a checker takes the render of another Blender before one of its own that came after the wait', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  await submitScene(world);
  const first = await awaitingCheck(opened);
  await submitScene(world, wanted, 'another');
  const second = (await askToRender(world, bob, '4.2.0'))!;
  clock.advance(world.times.sameBlenderWait + 1);
  await completeRender(world, bob, second);
  await opened.quiet();
  const taken = async (slot: number) => (await askToRender(world, otherChecker, '4.2.1', slot))!.taskId;
  expect([await taken(0), await taken(1)]).toEqual([first.taskId, second.taskId]);
});

test('what differs from a re-run by another Blender is not paid, and not held against its worker, who is watched', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const job = await submitScene(world);
  await world.workers.updateOne({ _id: 'ann' }, { $set: { validInARow: 9 } });
  await awaitingCheck(opened, (frame) => rendered(frame + 1));
  clock.advance(world.times.sameBlenderWait);
  await completeRender(world, otherChecker, (await askToRender(world, otherChecker, '4.2.1'))!);
  await opened.quiet();
  expect(await stateOf(opened, job._id)).toMatchObject({ task: 'QUEUED', reasonCode: 'VERSION_DIFFERS' });
  expect(await world.workers.findById('ann').lean()).toMatchObject({ refused: 0, validInARow: 0 });
  expect(payments(opened)).toEqual([]);
});

test('a black frame is re-run however trusted its worker is, and refused unless it is black again', async () => {
  await using opened = await openTasks({ random: () => 0.99 });
  const { world } = opened;
  const job = await submitScene(world);
  const leased = await leaseRender(world, ann);
  await world.workers.updateOne({ _id: 'ann' }, { $set: { validInARow: 1_000 } });
  await completeRender(world, ann, leased, (frame) => (frame === 3 ? plain('black') : rendered(frame)));
  const checked = await check(opened);
  expect(checked.render!.frames).toContain(3);
  expect(await stateOf(opened, job._id)).toMatchObject({ task: 'QUEUED', reasonCode: 'RESULT_DIFFERS' });
});

test('a trusted worker’s frames need no re-run', async () => {
  await using opened = await openTasks({ random: () => 0.99 });
  const { world } = opened;
  const job = await submitScene(world);
  const leased = await leaseRender(world, ann);
  await world.workers.updateOne({ _id: 'ann' }, { $set: { validInARow: 1_000 } });
  await completeRender(world, ann, leased);
  await opened.quiet();
  expect(await stateOf(opened, job._id)).toMatchObject({ job: 'DONE', attempt: 'VERIFIED' });
});

test('an attempt is complete with every frame, as listed and signed, and for its own agent alone', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submitScene(world);
  const leased = await leaseRender(world, ann);
  const { attemptId, token } = leased;
  const input = await uploadFrames(world, ann, leased);
  const report = (changed: object, agent = ann) =>
    completeTask(world, { actor: agent.actor }, { ...input, ...changed });
  await expect(report({ frames: input.frames.slice(1) })).rejects.toMatchObject({
    code: 'UPLOAD_INCOMPLETE',
  });
  const lie = input.frames.map((each) => ({ ...each, sha256: 'a'.repeat(64) }));
  await expect(report({ frames: lie })).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
  await expect(report({ sha256: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
  await expect(report({ signature: 'AAAA' })).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' });
  await expect(report({}, bob)).rejects.toMatchObject({ code: 'LEASE_LOST' });
  const place = (changed: object, agent = ann) =>
    createFrameUpload(
      world,
      { actor: agent.actor },
      { attemptId, token, frame: 1, sizeBytes: 99, ...changed },
    );
  await expect(place({ frame: 7 })).rejects.toMatchObject({ code: 'FRAME_UNKNOWN' });
  await expect(place({ sizeBytes: 2 ** 30 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  await expect(place({}, bob)).rejects.toMatchObject({ code: 'LEASE_LOST' });
  await expect(createFrameUpload(world, { actor: creator }, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await report({})).state).toBe('REPORTED');
  expect((await report({})).state).not.toBe('RUNNING');
});

test('an agent that comes back learns which frames it has sent already', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submitScene(world);
  const leased = await leaseRender(world, ann);
  await uploadFrame(world, ann, leased, 1);
  await uploadFrame(world, ann, leased, 2);
  const again = await leaseRender(world, ann);
  expect(again.attemptId).toBe(leased.attemptId);
  expect(again.render!.uploaded).toEqual([1, 2]);
  const held = await world.tasks.find().lean();
  const seen = await leasesOf(world, { actor: bob.actor }, { id: 'ann' }, held as never);
  expect(seen).toBeNull();
});

test('a process lost between the upload and the look at it misses nothing', async () => {
  await using opened = await openTasks();
  const job = await submitScene(opened.world);
  const leased = await leaseRender(opened.world, ann);
  opened.world.kick.frame = () => {};
  opened.world.kick.result = () => {};
  await completeRender(opened.world, ann, leased, (frame) =>
    frame === 6 ? plain('#345', { width: 8, height: 8 }) : rendered(frame),
  );
  await using after = await opened.crash();
  await examineTasks(after.world, 10);
  expect(await stateOf(after, job._id)).toMatchObject({ task: 'QUEUED', reasonCode: 'FRAME_WRONG_SIZE' });
});

test('frames of attempts that came to nothing are discarded, proven ones stay', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const job = await submitScene(world);
  const spoilt = await leaseRender(world, ann);
  await uploadFrame(world, ann, spoilt, 1);
  await uploadFrame(world, ann, spoilt, 2, await plain('#345', { width: 8, height: 8 }));
  await opened.quiet();
  await completeRender(world, bob, await leaseRender(world, bob));
  await check(opened);
  await opened.quiet();
  clock.advance(2 * 3_600_000);
  await discardAssets(world, 1_000);
  const left = await world.assets.find({ jobId: job._id }).lean();
  const count = (kind: string) => left.filter((each) => each.kind === kind).length;
  expect({ frames: count('FRAME'), previews: count('PREVIEW'), scenes: count('SCENE') }).toEqual({
    ...{ frames: 6, previews: 6, scenes: 0 },
  });
  for (const { _id, kind } of left)
    if (kind === 'FRAME') expect(await readFile(world.files.path(_id))).not.toHaveLength(0);
});

test('the preview of a frame looked at after its attempt failed goes with it', async () => {
  await using opened = await openTasks();
  const { world, clock } = opened;
  const job = await submitScene(world);
  const leased = await leaseRender(world, ann);
  const { attemptId, token } = leased;
  const seen: string[] = [];
  const look = world.kick.frame;
  world.kick.frame = (assetId) => seen.push(assetId);
  await uploadFrame(world, ann, leased, 1);
  await failTask(world, { actor: ann.actor }, { attemptId, token, code: 'X', reason: 'It fell over.' });
  await opened.quiet();
  look(seen[0]!);
  await opened.quiet();
  expect((await world.jobs.findById(job._id).lean())!.render!.preview).toBeUndefined();
  clock.advance(2 * 3_600_000);
  await discardAssets(world, 1_000);
  expect(await world.assets.countDocuments({ attemptId })).toBe(0);
});

test('what cannot be a render job is refused before anything is promised', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const submitting = (changed: object) =>
    submitScene(world, { ...wanted, ...changed }, JSON.stringify(changed));
  await expect(submitting({ frameEnd: 0 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(submitting({ width: 16_384, height: 16_384 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
  await expect(submitting({ frameEnd: 10_001 })).rejects.toMatchObject({ code: 'JOB_TOO_LARGE' });
  await expect(
    submitting({ samples: 65_536, frameEnd: 9_000, width: 7_000, height: 7_000 }),
  ).rejects.toMatchObject({
    code: 'JOB_TOO_LARGE',
  });
  const submitted = (assetId: string, render: object | null) =>
    submitJob(world, { actor: creator }, { key: assetId, name: 'x', assetId, factor: 2, render });
  const picture = await upload(world, await aPicture());
  await expect(submitted(picture, wanted)).rejects.toMatchObject({ code: 'NOT_A_SCENE' });
  const garbage = await upload(world, Buffer.from('MZ garbage'), 'application/x-blender');
  await expect(submitted(garbage, wanted)).rejects.toMatchObject({ code: 'NOT_A_SCENE' });
  await expect(submitted(garbage, null)).rejects.toMatchObject({ code: 'NOT_A_PICTURE' });
  expect(await world.jobs.countDocuments()).toBe(0);
});

test('frames come in pages, also of many tasks and with a step', async () => {
  const prices = { ...(await import('../test/testPrices.ts')).testPrices, renderMilliUnitsPerFrame: 100_000 };
  await using opened = await openTasks({ prices });
  const { world } = opened;
  const job = await submitScene(world, { ...wanted, frameStart: 10, frameEnd: 31, frameStep: 3 });
  expect(job).toMatchObject({ taskCount: 4, render: { frameCount: 8 } });
  const first = await leaseRender(world, ann);
  expect(first.render!.frames).toEqual([10, 13]);
  const second = await leaseRender(world, bob);
  await uploadFrame(world, bob, second, 19);
  await opened.quiet();
  const page = await framesSeen(opened, job._id, { first: 4, after: 10 });
  expect(page.map(({ number, state }) => `${number} ${state}`)).toEqual([
    ...['13 WAITING', '16 RENDERING', '19 RENDERED', '22 WAITING'],
  ]);
  expect(await framesSeen(opened, job._id, { first: 9, after: 31 })).toEqual([]);
  await expect(framesSeen(opened, job._id, { first: 257 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('a checker says what it can re-run, and is offered nothing else', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submitScene(world);
  await completeRender(world, ann, await leaseRender(world, ann));
  await opened.quiet();
  expect(await askForTask(world, { actor: checker.actor }, 0)).toBeNull();
  expect(await checkerView(world, { actor: ann.actor })).toEqual({
    ...{ online: true, waitingTasks: 1, kinds: ['UPSCALE'] },
  });
  expect(await askToRender(world, checker)).not.toBeNull();
  expect((await checkerView(world, { actor: ann.actor })).kinds).toEqual(['RENDER']);
});

test('a scene that cannot be rendered is not held against those who tried', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const job = await submitScene(world);
  for (const agent of [ann, bob, anAgent('cay')]) {
    const { attemptId, token } = await leaseRender(world, agent);
    const failure = { attemptId, token, code: 'SCENE_REFUSED', reason: 'The scene has no camera.' };
    expect((await failTask(world, { actor: agent.actor }, failure)).state).toBe('FAILED');
  }
  await opened.quiet();
  expect(await stateOf(opened, job._id)).toMatchObject({ job: 'FAILED', reasonCode: 'SCENE_REFUSED' });
  expect((await world.workers.find().lean()).map(({ failed }) => failed)).toEqual([0, 0, 0]);
});
