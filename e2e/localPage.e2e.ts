import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FakePlatform } from '../agent/test/FakePlatform.ts';
import { stopAgent } from '../demo/agentProcess.ts';
import { seriousViolations } from './setup/accessibility.ts';
import { hasBrowser } from './setup/browser.ts';
import { eventually } from './setup/eventually.ts';
import { realPicture } from './setup/pictures.ts';
import { runProgram } from './setup/runProgram.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';
import { Visitor } from './setup/Visitor.ts';

const program = resolve(import.meta.dirname, '../agent/src/main.js');

/** A driver that shows one GPU at work. */
const nvidiaSmi = `#!/bin/sh
case "$1" in
  --help-query-gpu) exit 1 ;;
esac
echo '0, GPU-0a1b2c3d, NVIDIA GeForce RTX 4070, 566.36, 12282, 9318, 97, 66'
`;

/** An agent of a folder, with a GPU; its home need not be a worker. */
class PageAgent implements AsyncDisposable {
  readonly home: string;
  readonly #path: string;
  #process: ChildProcess;

  constructor(folder: string) {
    this.home = join(folder, 'home');
    this.#path = join(folder, 'bin');
    mkdirSync(this.home, { recursive: true });
    mkdirSync(this.#path);
    writeFileSync(join(this.#path, 'nvidia-smi'), nvidiaSmi);
    chmodSync(join(this.#path, 'nvidia-smi'), 0o755);
    this.#process = this.start();
  }

  start(): ChildProcess {
    const env = { ...process.env, PATH: `${this.#path}:${process.env.PATH}` };
    return (this.#process = spawn(process.execPath, [program, 'start', '--home', this.home], {
      stdio: 'ignore',
      env,
    }));
  }

  stop(): Promise<void> {
    return stopAgent(this.#process);
  }

  /** A fresh address of the page. */
  address(): Promise<string> {
    return eventually('the address of the page', async () => {
      const { code, out } = await runProgram(['agent/src/main.js', 'page', '--home', this.home]);
      return code === 0 && out.trim();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

/** Makes a home a worker whose platform cannot be reached. */
function enrol(home: string): void {
  mkdirSync(home, { recursive: true });
  const enrolment = {
    version: 1,
    gateway: 'http://127.0.0.1:9/graphql',
    workerId: 'w_3be0d217',
    workerName: 'atelier',
    credential: 'credential',
  };
  writeFileSync(join(home, 'worker.json'), JSON.stringify(enrolment), { mode: 0o600 });
}

/** What the portal makes for a worker of a platform that stands in. */
const configurationOf = ({ gateway, enrolmentToken }: FakePlatform) => ({
  version: 1,
  gateway,
  workerId: 'w1',
  workerName: 'Attic',
  enrolmentToken,
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});

test.skipIf(!hasBrowser)(
  'with the network down the page shows and sets all, for its owner alone',
  async () => {
    using folder = temporaryFolder();
    enrol(join(folder.path, 'home'));
    await using agent = new PageAgent(folder.path);
    const address = await agent.address();
    await using visitor = await Visitor.at(new URL(address).origin);
    const page = await visitor.open(address);

    await page.getByRole('heading', { level: 1, name: 'w_3be0d217' }).waitFor();
    await page.getByText('The platform cannot be reached').waitFor();
    await page.getByRole('img', { name: 'Load, the last 15 minutes' }).waitFor();
    await page.getByText('97 %').waitFor();
    expect(page.url(), 'the secret is gone from the address').toBe(`${new URL(address).origin}/`);
    await pauseAndResume(page);
    await setByKeyboard(page, agent.home);
    expect(await seriousViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.reload();
    await page.getByRole('checkbox', { name: 'Pause while a GPU is too hot' }).isChecked();
    await expect.poll(() => page.getByLabel('Too hot is above').inputValue()).toBe('75');

    expect(visitor.problems).toEqual([]);
    await using stranger = await Visitor.at(new URL(address).origin);
    const late = await stranger.open(address);
    await late.getByRole('heading', { name: 'Open this page anew.' }).waitFor();
    expect(await seriousViolations(late)).toEqual([]);

    await agent.stop();
    await page.getByText('The agent does not answer').waitFor();
    agent.start();
    await page.getByRole('heading', { name: 'Open this page anew.' }).waitFor();
    const again = await visitor.open(await agent.address());
    await again.getByRole('checkbox', { name: 'Pause while a GPU is too hot' }).waitFor();
    await expect.poll(() => again.getByLabel('Too hot is above').inputValue()).toBe('75');
  },
);

async function pauseAndResume(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
  await page.getByText('Paused by you.').waitFor();
  await page.getByRole('button', { name: 'Resume' }).press('Enter');
  await page.getByRole('button', { name: 'Pause until…' }).click();
  await page.getByLabel('Take tasks again at').fill('06:30');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await page.getByText(/Paused by you until .*06:30/).waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
}

async function setByKeyboard(page: Page, home: string): Promise<void> {
  const hot = page.getByRole('checkbox', { name: 'Pause while a GPU is too hot' });
  await hot.press('Space');
  await page.getByText('Saved').waitFor();
  const limit = page.getByLabel('Too hot is above');
  await expect.poll(() => limit.isEnabled()).toBe(true);
  await limit.fill('75');
  await limit.press('Tab');
  await expect.poll(() => limit.inputValue()).toBe('75');
  await page.getByRole('checkbox', { name: 'Take tasks only at these hours' }).press('Space');
  await page.getByRole('button', { name: 'Mon 0:00 to 1:00' }).press('ArrowRight');
  const hour = page.getByRole('button', { name: 'Mon 1:00 to 2:00' });
  const focused = page.locator(':focus');
  await expect.poll(() => focused.getAttribute('aria-label')).toBe('Mon 1:00 to 2:00');
  await hour.press('Space');
  await expect.poll(() => hour.getAttribute('aria-pressed')).toBe('false');
  // It is drawn anew once the agent has it, and keeps the keyboard.
  await expect.poll(() => scheduleOf(home)).toMatch(/^10/);
  await expect.poll(() => focused.getAttribute('aria-label')).toBe('Mon 1:00 to 2:00');
}

/** Monday's hours, as the agent keeps them. */
function scheduleOf(home: string): string | undefined {
  const settings = JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'));
  return (settings as { schedule: { days: string[] } | null }).schedule?.days[0];
}

test.skipIf(!hasBrowser)(
  'an import on the page says which gateway it is for, asks, and says why not',
  async () => {
    using folder = temporaryFolder();
    const platform = new FakePlatform();
    await platform.listen();
    try {
      await using agent = new PageAgent(folder.path);
      const address = await agent.address();
      await using visitor = await Visitor.at(new URL(address).origin);
      const page = await visitor.open(address);
      await page.getByRole('heading', { name: 'This machine is no worker yet.' }).waitFor();
      const give = (content: object) =>
        page.locator('#import-first input[type=file]').setInputFiles({
          name: 'attic.pictor.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify(content)),
        });
      const configuration = configurationOf(platform);
      await give({ version: 1 });
      await page.getByRole('alert').getByText('gateway must be an http or https address').waitFor();
      await give({ ...configuration, expiresAt: '2020-01-01T00:00:00Z' });
      await page.getByRole('alert').getByText('Make a new configuration for Attic').waitFor();
      expect(await seriousViolations(page)).toEqual([]);

      await drop(page, JSON.stringify({ ...configuration, enrolmentToken: 'used' }));
      await page.getByRole('dialog').getByText(platform.gateway).waitFor();
      await page.getByRole('button', { name: 'Become Attic' }).click();
      await page.getByRole('alert').getByText('ENROLMENT_TOKEN_INVALID').waitFor();
      expect(platform.publicKey, 'nothing was traded').toBeUndefined();

      await page.getByText('Paste its text instead').click();
      await page.getByLabel('The text of the file').fill(JSON.stringify(configuration));
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('heading', { name: 'Become Attic?' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Become Attic' }).click();
      await page.getByRole('heading', { level: 1, name: 'w1' }).waitFor();
      await page.getByText('connected', { exact: true }).waitFor();
      expect(platform.heartbeats.length).toBeGreaterThan(0);
    } finally {
      await platform.close();
    }
  },
);

/** Lets go of a file above the field that takes it. */
async function drop(page: Page, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`{
    const held = new DataTransfer();
    held.items.add(new File([${JSON.stringify(content)}], 'attic.pictor.json', { type: 'application/json' }));
    held;
  }`);
  await page
    .getByText('Choose a configuration file, or drop it here')
    .dispatchEvent('drop', { dataTransfer });
}

test.skipIf(!hasBrowser)(
  'a task is seen while it is made and kept in the history; a power cap and mining are switched on',
  async () => {
    using folder = temporaryFolder();
    const platform = new FakePlatform();
    await platform.listen();
    try {
      await enrolWith(platform, folder.path);
      await using agent = new PageAgent(folder.path);
      const address = await agent.address();
      await using visitor = await Visitor.at(new URL(address).origin);
      const page = await visitor.open(address);
      await page.getByText('No task has ended on this machine yet.').waitFor();

      // Large enough to be seen at work, however fast the machine.
      const [width, height] = [1600, 960];
      platform.addTask(await realPicture(width, height), { width, height, keepTop: 0, keepHeight: height });
      const task = page.getByRole('article', { name: /^Task / });
      await task.getByRole('img', { name: 'What is upscaled so far' }).waitFor({ timeout: 60_000 });
      await expect.poll(() => task.getByRole('progressbar').getAttribute('aria-valuenow')).not.toBe('0');
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('row', { name: /AI upscale.*Done/ }).waitFor({ timeout: 180_000 });
      await page.getByText('No task is under way.').waitFor();
      expect(platform.tasks[0]!.state).toBe('REPORTED');

      await page.getByRole('checkbox', { name: 'Cap the power of each GPU' }).press('Space');
      await expect.poll(() => page.getByLabel('At most, in W').isEnabled()).toBe(true);
      await chooseMiner(agent.home, folder.path);
      await page.getByRole('button', { name: 'Switch on' }).click();
      await page.getByText('On, not mining').waitFor();
      await page.getByLabel('Pool', { exact: true }).fill('not a pool');
      await page.getByLabel('Pool', { exact: true }).press('Tab');
      await page.getByRole('alert').getByText(/pool/).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      expect(visitor.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
    } finally {
      await platform.close();
    }
  },
);

/** Makes the agent of a folder a worker of a platform. */
async function enrolWith(platform: FakePlatform, folder: string): Promise<void> {
  const file = join(folder, 'attic.pictor.json');
  writeFileSync(file, JSON.stringify(configurationOf(platform)));
  const { code } = await runProgram(['agent/src/main.js', 'import', file, '--home', join(folder, 'home')]);
  expect(code).toBe(0);
}

/** Sets a miner program, as only a command of the machine can. */
async function chooseMiner(home: string, folder: string): Promise<void> {
  const program = join(folder, 't-rex');
  writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const { code } = await runProgram(['agent/src/main.js', 'mining', 'program', program, '--home', home]);
  expect(code).toBe(0);
}
