import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { person } from '../demo/people.ts';
import { seriousViolations } from './setup/accessibility.ts';
import { enter, openOperator, type Account } from './setup/accounts.ts';
import { hasBrowser } from './setup/browser.ts';
import { childrenOf, isAlive } from './setup/childrenOf.ts';
import { createWorker } from './setup/createWorker.ts';
import { eventually } from './setup/eventually.ts';
import { expectPaidOnce } from './setup/expectPaidOnce.ts';
import { openPlatform } from './setup/openPlatform.ts';
import { payIn } from './setup/payIn.ts';
import { realPicture } from './setup/pictures.ts';
import { verifiedOf } from './setup/readJob.ts';
import { RealAgent } from './setup/RealAgent.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';
import { Visitor } from './setup/Visitor.ts';

const who = person('provider');

test.skipIf(!hasBrowser)(
  'from sign-up to the first earning in a browser; an agent dies in mid-task, another finishes, paid once',
  { timeout: 600_000 },
  async () => {
    using folder = temporaryFolder();
    await using platform = await openPlatform({ portal: true, checker: true });
    await using visitor = await Visitor.at(platform.url);

    const page = await visitor.open('/');
    await signUp(page);
    const file = await createWorkerInBrowser(page, folder.path);
    const loads = visitor.loadsOf(page);
    await using agent = await RealAgent.fromFile(file, join(folder.path, 'atelier'));
    await page.getByRole('heading', { name: 'atelier is connected.' }).waitFor();

    const owner = await enter(platform.url, who);
    const operator = await openOperator(platform);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click();
    await page.getByText(owner.id).waitFor();
    await payIn(operator, owner.id);
    await page.getByRole('row', { name: 'Yours to spend 1.000000' }).waitFor();

    const fleet = await visitor.open('/workers');
    await fleet.getByRole('row', { name: 'Earned in all 0.000000' }).waitFor();
    const jobId = await submitInBrowser(page);
    await seeProgress(page);
    await expect.poll(() => earnedOn(fleet), { timeout: 120_000, interval: 500 }).toBeGreaterThan(0);

    const lost = await killInMidTask(agent, owner);
    const attic = await createWorker(owner.api, 'attic');
    await using _second = await RealAgent.from(attic.configuration, join(folder.path, 'attic'));
    await fleet.getByRole('row', { name: /attic/ }).waitFor();
    await seePagesInAllLights(visitor, attic.id);
    await fleet.getByRole('row', { name: /Stale.*atelier/ }).waitFor({ timeout: 60_000 });

    await page.getByRole('heading', { name: 'still is ready.' }).waitFor({ timeout: 180_000 });
    await page.getByRole('group', { name: 'Before and after' }).waitFor();
    const job = await expectPaidOnce(owner, jobId);
    expect(job.result).toMatchObject({ width: 2880, height: 1800 });
    const { attempts } = job.tasks.find(({ id }) => id === lost)!;
    expect(verifiedOf(attempts).map(({ worker }) => worker!.id)).toEqual([attic.id]);
    expect(attempts.filter(({ state }) => state === 'LOST')).toHaveLength(1);
    await expect.poll(() => earnedOn(fleet)).toBe(Number(job.charge!.rewards));

    expect([visitor.loadsOf(page), visitor.loadsOf(fleet)], 'pages were not reloaded').toEqual([loads, 1]);
    expect(visitor.problems).toEqual([]);
  },
);

async function signUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'No worker yet.' }).waitFor();
}

/** Resolves to the path of the configuration file, as the browser saved it. */
async function createWorkerInBrowser(page: Page, folder: string): Promise<string> {
  await page.getByRole('main').getByRole('link', { name: 'New worker' }).click();
  await page.getByLabel('What you call the computer').fill('atelier');
  await page.getByRole('button', { name: 'Create worker' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('atelier.pictor.json');
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Resolves to the job's id. */
async function submitInBrowser(page: Page): Promise<string> {
  const buffer = await realPicture(1440, 900);
  await page
    .getByLabel('Drop a picture here, or a scene')
    .setInputFiles({ name: 'still.png', mimeType: 'image/png', buffer });
  await page.getByRole('button', { name: 'Submit job' }).click();
  await page.waitForURL('**/jobs/*');
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

async function seeProgress(page: Page): Promise<void> {
  const bar = page.getByRole('progressbar', { name: 'still', exact: true });
  const seen = new Set<number>();
  await eventually(
    'three steps of progress',
    async () => seen.add(Number(await bar.getAttribute('aria-valuenow'))).size > 3,
    60_000,
  );
  expect([...seen], 'it only grows').toEqual([...seen].sort((one, other) => one - other));
}

/** What a page says was earned in all, in micro-dollars. */
async function earnedOn(page: Page): Promise<number> {
  const row = await page.getByRole('row', { name: 'Earned in all' }).innerText();
  return Math.round(Number(/[\d.]+$/.exec(row.trim())![0]) * 1_000_000);
}

/** Kills the agent, and what it started, between the beginning and the end of a task; resolves to that task's id. */
async function killInMidTask(agent: RealAgent, { api }: Account): Promise<string> {
  const task = await eventually('a task under way', async () => {
    const { workers } = await api.ask<{
      workers: { nodes: { currentTasks: { id: string; state: string; progress: number }[] }[] };
    }>('{ workers { nodes { currentTasks { id state progress } } } }');
    const [current] = workers.nodes.flatMap(({ currentTasks }) => currentTasks);
    return current?.state === 'RUNNING' && current.progress > 0.05 && current.progress < 0.7 && current;
  });
  const children = childrenOf(agent.pid);
  await agent.kill();
  await eventually('its children end with it', async () => !children.some(isAlive));
  return task.id;
}

async function seePagesInAllLights(visitor: Visitor, workerId: string): Promise<void> {
  const page = await visitor.open('/workers');
  const violations: string[] = [];
  for (const path of [
    '/workers',
    '/workers/new',
    `/workers/${workerId}`,
    `/workers/${workerId}/live`,
    '/jobs',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    violations.push(...(await seriousViolations(page)).map((violation) => `${path} ${violation}`));
  }
  expect(violations).toEqual([]);
  await page.close();
}
