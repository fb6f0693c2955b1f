import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { aPicture, complete, lease, put, submit, upload, upscaled, uploadResult } from '../test/flow.ts';
import { anAgent, creator, openTasks } from '../test/openTasks.ts';
import { completeTask } from './completeTask.ts';
import { createResultUpload } from './createResultUpload.ts';
import { examineTasks } from './examineTask.ts';
import type { LeaseView } from './leaseView.ts';
import { submitJob } from './submitJob.ts';

const ann = anAgent('ann');
const checker = anAgent('checker-1', 'checker');
const sizeOf = ({ upscale }: LeaseView) => ({ width: upscale!.width * 2, height: upscale!.keepHeight * 2 });

const flat = (background: string) => (leased: LeaseView) =>
  sharp({ create: { ...sizeOf(leased), channels: 3, background } })
    .png()
    .toBuffer();

const noise = async (leased: LeaseView) => {
  const { width, height } = sizeOf(leased);
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
};

test.each([
  ['garbage', async () => randomBytes(500), 'RESULT_UNREADABLE'],
  [
    'the wrong size',
    async (leased: LeaseView) =>
      sharp(await upscaled(leased))
        .resize(10, 10)
        .png()
        .toBuffer(),
    'RESULT_UNREADABLE',
  ],
  ['black where the input is not', flat('black'), 'RESULT_IMPLAUSIBLE'],
  ['white', flat('white'), 'RESULT_IMPLAUSIBLE'],
  ['noise', noise, 'RESULT_IMPLAUSIBLE'],
])('a result of %s is refused, unpaid, and the task goes to others', async (_what, make, code) => {
  await using opened = await openTasks();
  const { world, events, quiet } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  await world.workers.updateOne({ _id: 'ann' }, { $set: { validInARow: 9 } });
  await complete(world, ann, leased, await make(leased));
  await quiet();
  expect(await world.attempts.findById(leased.attemptId).lean()).toMatchObject({
    state: 'REFUSED',
    reasonCode: code,
  });
  expect(await world.tasks.findById(leased.taskId).lean()).toMatchObject({ state: 'QUEUED' });
  expect(await world.workers.findById('ann').lean()).toMatchObject({ refused: 1, validInARow: 0 });
  expect(events.delivered.some(({ topic }) => topic === 'task.verified')).toBe(false);
  expect(await world.jobs.findOne({}).lean()).toMatchObject({ failures: [{ workerId: 'ann' }] });
});

test('a plausible result that no network made is found out by its re-run', async () => {
  await using opened = await openTasks();
  const { world, events, quiet } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const cheap = await sharp(await upscaled(leased))
    .blur(1.2)
    .png()
    .toBuffer();
  await complete(world, ann, leased, cheap);
  await quiet();
  expect((await world.tasks.findById(leased.taskId).lean())!.state).toBe('CHECKING');
  await complete(world, checker, await lease(world, checker));
  await quiet();
  const attempt = (await world.attempts.findById(leased.attemptId).lean())!;
  expect(attempt).toMatchObject({ state: 'REFUSED', reasonCode: 'RESULT_DIFFERS', checked: true });
  expect(attempt.agreementDb).toBeLessThan(45);
  expect(await world.attempts.findById(`${leased.taskId}.2`).lean()).toMatchObject({
    state: 'VERIFIED',
    check: true,
    reward: 0n,
  });
  expect(events.delivered.some(({ topic }) => topic === 'task.verified')).toBe(false);
});

test('results that differ by what hardware differs agree', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const { data, info } = await sharp(await upscaled(leased))
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let i = 0; i < data.length; i += 5) data[i] = Math.min(255, data[i]! + 1);
  await complete(world, ann, leased, await sharp(data, { raw: info }).png().toBuffer());
  await quiet();
  await complete(world, checker, await lease(world, checker));
  await quiet();
  const attempt = (await world.attempts.findById(leased.attemptId).lean())!;
  expect(attempt.state).toBe('VERIFIED');
  expect(attempt.agreementDb).toBeGreaterThan(50);
});

test("a checker's own garbage harms nobody: the result is checked again", async () => {
  await using opened = await openTasks();
  const { world, clock, quiet } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  await complete(world, ann, leased);
  await quiet();
  const check = await lease(world, checker);
  await complete(world, checker, check, randomBytes(500));
  await quiet();
  expect((await world.tasks.findById(leased.taskId).lean())!.state).toBe('CHECKING');
  expect(await world.attempts.findById(check.attemptId).lean()).toMatchObject({ state: 'REFUSED' });
  expect((await world.attempts.findById(leased.attemptId).lean())!.state).toBe('REPORTED');
  clock.advance(31_000);
  await complete(world, checker, await lease(world, checker));
  await quiet();
  expect((await world.attempts.findById(leased.attemptId).lean())!.state).toBe('VERIFIED');
});

test('three refusals of one worker end nothing but its offers', async () => {
  await using opened = await openTasks();
  const { world, quiet } = opened;
  await submit(world);
  for (let i = 0; i < 3; i++) {
    const leased = await lease(world, ann);
    await complete(world, ann, leased, await flat('black')(leased));
    await quiet();
  }
  expect((await world.jobs.findOne({}).lean())!.state).toBe('RUNNING');
  await expect(lease(world, ann)).rejects.toThrow();
  await lease(world, anAgent('bob'));
});

test('what was not uploaded, has another digest, or is signed by another key is not taken', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  const { attemptId, token } = leased;
  const result = await upscaled(leased);
  const unsent = { attemptId, token, assetId: `${attemptId}.made`, sha256: '0'.repeat(64), signature: '' };
  const code = (name: string) => ({ code: name });
  await expect(completeTask(world, ann, unsent)).rejects.toMatchObject(code('UPLOAD_INCOMPLETE'));
  const place = await createResultUpload(world, ann, { attemptId, token, sizeBytes: result.length });
  await expect(completeTask(world, ann, unsent)).rejects.toMatchObject(code('UPLOAD_INCOMPLETE'));
  await put(place.url, result);
  await expect(completeTask(world, ann, unsent)).rejects.toMatchObject(code('DIGEST_MISMATCH'));
  const right = await uploadResult(world, ann, leased, result);
  const others = await uploadResult(world, { ...anAgent('ann'), actor: ann.actor }, leased, result);
  for (const signature of [others.signature, '', 'no base64', right.signature.slice(4)])
    await expect(completeTask(world, ann, { ...right, signature })).rejects.toMatchObject(
      code('SIGNATURE_INVALID'),
    );
  const keyless = { actor: { ...ann.actor, publicKey: 'AAAA' } };
  await expect(completeTask(world, keyless, right)).rejects.toMatchObject(code('SIGNATURE_INVALID'));
  await expect(completeTask(world, ann, { ...right, sha256: 'x' })).rejects.toMatchObject(
    code('INVALID_INPUT'),
  );
  const elsewhere = { ...right, assetId: await upload(world, await aPicture()) };
  await expect(completeTask(world, ann, elsewhere)).rejects.toMatchObject(code('UPLOAD_INCOMPLETE'));
  expect((await completeTask(world, ann, right)).state).toBe('REPORTED');
});

test('a result swapped after its report is refused', async () => {
  await using opened = await openTasks();
  const { world, clock, quiet } = opened;
  await submit(world);
  const leased = await lease(world, ann);
  Object.assign(world.kick, { result: () => {} });
  await complete(world, ann, leased);
  await writeFile(world.files.path(`${leased.attemptId}.made`), await flat('grey')(leased));
  clock.advance(1);
  await examineTasks(world, 10);
  await quiet();
  expect((await world.attempts.findById(leased.attemptId).lean())!.state).toBe('REFUSED');
});

test.each([
  ['HTML', async () => Buffer.from('<!doctype html><h1>hi</h1>'), 'NOT_A_PICTURE'],
  ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'NOT_A_PICTURE'],
  ['a PNG cut short', async () => (await aPicture(99, 99)).subarray(0, 9_000), 'NOT_A_PICTURE'],
])('a job of %s is refused and leaves nothing', async (_what, body, code) => {
  await using opened = await openTasks();
  const { world } = opened;
  const assetId = await upload(world, await body());
  const input = { key: 'k', name: 'bad', assetId, factor: 2 };
  await expect(submitJob(world, { actor: creator }, input)).rejects.toMatchObject({ code });
  expect(await world.jobs.countDocuments({})).toBe(0);
  expect(await world.assets.countDocuments({ kind: { $ne: 'UPLOAD' } })).toBe(0);
});
