import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAccount, openOperator } from './setup/accounts.ts';
import { childrenOf, isAlive } from './setup/childrenOf.ts';
import { createWorker } from './setup/createWorker.ts';
import { eventually } from './setup/eventually.ts';
import { expectPaidOnce } from './setup/expectPaidOnce.ts';
import { FakeAgent, type Lease } from './setup/FakeAgent.ts';
import { openPlatform } from './setup/openPlatform.ts';
import { payIn } from './setup/payIn.ts';
import { decompressionBomb, noisePicture, realPicture } from './setup/pictures.ts';
import { makeOperator } from './setup/makeOperator.ts';
import { PlatformProcess } from './setup/PlatformProcess.ts';
import { readJob, verifiedOf } from './setup/readJob.ts';
import { RealAgent } from './setup/RealAgent.ts';
import { submitPicture } from './setup/submitPicture.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';

test('the platform killed in mid-job goes on where it was: nothing acknowledged is lost, nothing is paid twice', async () => {
  using folder = temporaryFolder();
  const dataDir = join(folder.path, 'data');
  await using platform = new PlatformProcess(dataDir);
  await platform.start();
  const owner = await openAccount(platform.url, 'owner');
  const operator = await openOperator({
    url: platform.url,
    makeOperator: (email) => makeOperator(dataDir, email),
  });
  await payIn(operator, owner.id);
  const worker = await createWorker(owner.api, 'Studio PC');
  await using agent = await RealAgent.from(worker.configuration, join(folder.path, 'agent'));
  const jobId = await submitPicture(owner.api, await realPicture(1280, 720));
  const before = await eventually(
    'a verified band',
    async () => {
      const job = await readJob(owner.api, jobId);
      return job.verifiedTaskCount > 0 && job;
    },
    60_000,
  );
  expect(before.state).toBe('RUNNING');

  const children = childrenOf(platform.pid);
  await platform.kill();
  await eventually('its children end with it', async () => !children.some(isAlive));
  await eventually(
    'the agent misses the platform',
    async () => (await agent.status())?.connection === 'OFFLINE',
  );
  await platform.start();

  await eventually(
    'the job is done',
    async () => (await readJob(owner.api, jobId)).state === 'DONE',
    120_000,
  );
  const job = await expectPaidOnce(owner, jobId);
  const paidBefore = before.tasks.flatMap(({ attempts }) => verifiedOf(attempts));
  const paidInAll = job.tasks.flatMap(({ attempts }) => verifiedOf(attempts));
  expect(paidInAll).toEqual(expect.arrayContaining(paidBefore));
  expect(agent.lives).toBe(true);
  expect((await agent.log()).match(/"msg":"started"/g)).toHaveLength(1);
});

test('a second agent with the same credential is told so and waits; the first works on undisturbed', async () => {
  using folder = temporaryFolder();
  await using platform = await openPlatform({ checker: true });
  const owner = await openAccount(platform.url, 'owner');
  await payIn(await openOperator(platform), owner.id);
  const worker = await createWorker(owner.api, 'Studio PC');
  await using first = await RealAgent.from(worker.configuration, join(folder.path, 'first'));
  await eventually('the first is online', async () => (await first.status())?.connection === 'ONLINE');
  await using second = first.copy(join(folder.path, 'second'));
  await eventually('the second is refused', async () => {
    const status = await second.status();
    return status?.pid === second.pid && status.lastError?.code === 'CREDENTIAL_IN_USE';
  });

  const jobId = await submitPicture(owner.api, await realPicture(320, 180));
  await eventually('the job is done', async () => (await readJob(owner.api, jobId)).state === 'DONE');
  await expectPaidOnce(owner, jobId);
  expect(await second.status()).toMatchObject({ connection: expect.not.stringMatching('ONLINE'), tasks: [] });
  expect(await second.log()).not.toContain('task begun');
  expect(await first.status()).toMatchObject({ connection: 'ONLINE', lastError: null });
  expect(second.lives).toBe(true);
});

describe('pictures that are none', () => {
  test('are refused by stable codes, and cost nothing', async () => {
    await using platform = await openPlatform();
    const owner = await openAccount(platform.url, 'owner');
    await payIn(await openOperator(platform), owner.id);
    const picture = await realPicture(64, 64);
    const rejected = async (file: Buffer) =>
      submitPicture(owner.api, file).then(
        () => 'taken',
        (error: Error) => error.message.split(':')[0],
      );
    expect(await rejected(Buffer.from('No picture at all, whatever its type says.'))).toBe('NOT_A_PICTURE');
    expect(await rejected(picture.subarray(0, picture.length / 2))).toBe('NOT_A_PICTURE');
    expect(
      await rejected(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
    ).toBe('NOT_A_PICTURE');
    const bomb = decompressionBomb(30_000);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await rejected(bomb)).toBe('PICTURE_TOO_LARGE');
    expect(
      await owner.api.ask('{ jobs { nodes { id } } viewer { creator { balance { available reserved } } } }'),
    ).toEqual({
      jobs: { nodes: [] },
      viewer: { creator: { balance: { available: '1000000', reserved: '0' } } },
    });
  });
});

test('garbage is refused and unpaid, and its task is done by another', async () => {
  using folder = temporaryFolder();
  await using platform = await openPlatform({ checker: true });
  const { url } = platform;
  const owner = await openAccount(url, 'owner');
  await payIn(await openOperator(platform), owner.id);
  const cheat = await createWorker(owner.api, 'Cheat');
  await using agent = await FakeAgent.join(url, cheat);
  const jobId = await submitPicture(owner.api, await realPicture(320, 180));

  const garbage: Record<string, (lease: Lease) => Buffer | Promise<Buffer>> = {
    text: () => Buffer.from('nothing that anyone could look at'),
    bomb: () => decompressionBomb(30_000),
    noise: ({ upscale: { factor, width, keepHeight } }) => noisePicture(width * factor, keepHeight * factor),
  };
  const verdicts: Record<string, string> = {};
  for (const [kind, make] of Object.entries(garbage)) {
    const lease = await eventually('a lease', () => agent.lease());
    await agent.complete(lease, await make(lease));
    verdicts[kind] = await eventually('a verdict', async () => {
      const { tasks } = await readJob(owner.api, jobId);
      const attempt = tasks.flatMap(({ attempts }) => attempts).find(({ id }) => id === lease.attemptId)!;
      return attempt.state === 'REFUSED' && attempt.reasonCode;
    });
  }
  expect(verdicts).toEqual({
    text: 'RESULT_UNREADABLE',
    bomb: 'RESULT_UNREADABLE',
    noise: 'RESULT_IMPLAUSIBLE',
  });
  expect(await agent.lease(), 'three failures on a job are enough').toBeNull();

  const honest = await createWorker(owner.api, 'Honest');
  await using real = await RealAgent.from(honest.configuration, join(folder.path, 'agent'));
  await eventually('the job is done', async () => (await readJob(owner.api, jobId)).state === 'DONE', 60_000);
  const job = await expectPaidOnce(owner, jobId);
  for (const { attempts } of job.tasks) expect(verifiedOf(attempts)[0]?.worker?.id).toBe(honest.id);
  const { worker } = await owner.api.ask<{ worker: unknown }>(
    'query ($id: ID!) { worker(id: $id) { earnings { total taskCount } trust { refused verified } } }',
    { id: cheat.id },
  );
  expect(worker).toEqual({
    earnings: { total: '0', taskCount: 0 },
    trust: { refused: 3, verified: 0 },
  });
  expect(real.lives).toBe(true);
});
