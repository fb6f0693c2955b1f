import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { isAlive, makeMiner, startsIn } from '../../test/minerPrograms.ts';
import { Home } from '../home/Home.ts';
import { settingsSchema, type Settings } from '../owner/settings.ts';
import { findMarked, MARK, markOf } from './markedProcesses.ts';
import type { MinerKind } from './MinerProgram.ts';
import { Mining } from './Mining.ts';
import type { MiningSettings } from './miningSettings.ts';
import { writeChoice } from './programFile.ts';

const log = pino({ level: 'silent' });
const gpu = { index: 0, uuid: 'GPU-0', name: 'RTX 4070', memoryMiB: null, driver: null };

let folder: string;
let home: Home;
let clock: FakeClock;
let settings: Settings;
let mining: Mining;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mining-'));
  home = Home.open(join(folder, 'home'));
  clock = new FakeClock();
  settings = settingsSchema.parse({
    mining: { on: true, pool: 'pool.example:4444', coin: 'ETC', wallet: '0xabc' },
  });
  mining = new Mining({ home, settings: () => settings, clock, log, onChange: () => undefined });
});

afterEach(async () => {
  await mining.stop();
  expect(findMarked(home.folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

const soon = <T>(what: () => T) => vi.waitFor(what, { timeout: 20_000, interval: 10 });
const set = (change: Partial<MiningSettings>) => {
  settings = { ...settings, mining: { ...settings.mining, ...change } };
  mining.setIntent('RUN');
};
const first = () => mining.status().gpus[0]!;

/** Chooses a program, the stand-in unless a script is given. */
async function choose(kind: MinerKind = 'T_REX', script?: string): Promise<void> {
  await writeChoice(home.miner, { path: await makeMiner(folder, script), kind });
}

function begin(): void {
  mining.start();
  mining.sawGpus([gpu]);
  mining.setIntent('RUN');
}

/** Moves the clock until something is so: what it sets off takes time of its own. */
const passUntil = (what: () => unknown) =>
  soon(() => {
    clock.advance(2_000);
    what();
  });
const reach = (state: string) => passUntil(() => expect(first().state).toBe(state));
const starts = () => startsIn(home.mining);
const started = (count = 1) =>
  vi.waitFor(async () => {
    const all = await starts();
    expect(all).toHaveLength(count);
    return all.at(-1)!;
  }, 20_000);

describe('a GPU without a task', () => {
  test.each([
    ['T_REX', { hashesPerSecond: 31_250_000, accepted: 12, rejected: 1, powerWatts: 118 }],
    ['LOLMINER', { hashesPerSecond: 42_500_000, accepted: 7, rejected: 0, powerWatts: 104.5 }],
  ] as const)('mines after a minute with %s, which is asked how it does', async (kind, reading) => {
    await choose(kind);
    begin();
    await passUntil(() => expect(mining.status().why).toBeNull());
    expect(mining.active).toBe(false);
    expect(first()).toMatchObject({ why: expect.stringContaining('for a minute'), hashesPerSecond: null });
    await reach('MINING');
    expect(first()).toMatchObject({ ...reading, why: null, readAt: expect.any(String) });
    expect(mining.active).toBe(true);
  });

  test('mines by a command line that no shell reads, and finds nothing of the agent', async () => {
    await choose();
    process.env.PICTOR_SECRET_OF_THE_AGENT = 'secret';
    set({ worker: 'attic', extra: ['--pass', '$(touch pwned); `id` | x & "\' *', '--lock-cclock=2100'] });
    begin();
    await reach('MINING');
    delete process.env.PICTOR_SECRET_OF_THE_AGENT;
    const { args, env, cwd } = await started();
    expect(args).toEqual([
      ...['--algo', 'etchash', '--url', 'stratum+tcp://pool.example:4444', '--user', '0xabc'],
      ...['--worker', 'attic', '--devices', '0'],
      ...['--api-bind-http', expect.stringMatching(/^127\.0\.0\.1:\d+$/), '--api-bind-telnet', '0'],
      ...['--api-read-only', '--no-watchdog', '--no-color'],
      ...['--pass', '$(touch pwned); `id` | x & "\' *', '--lock-cclock=2100'],
    ]);
    expect(cwd).toBe(home.mining);
    expect(env).toMatchObject({ HOME: home.mining, CUDA_VISIBLE_DEVICES: 'GPU-0' });
    const own = ['CUDA_DEVICE_ORDER', 'CUDA_VISIBLE_DEVICES', 'HOME', 'LANG', 'PATH', 'TMPDIR', MARK];
    const others = Object.keys(env).filter((name) => !own.includes(name));
    // What node and the shell add of themselves.
    expect(others.filter((name) => !/^(NODE_|PWD$|OLDPWD$|SHLVL$|_$)/.test(name))).toEqual([]);
  });

  test('stops mining when it is switched off, begins anew when it changes, and says what is read no more', async () => {
    await choose();
    begin();
    await reach('MINING');
    const { pid } = await started();
    set({ on: false });
    await soon(() =>
      expect(first()).toMatchObject({ state: 'RESTING', hashesPerSecond: null, powerWatts: null }),
    );
    expect(await isAlive(pid)).toBe(false);
    expect(mining.status()).toMatchObject({ on: false, why: 'Mining is off.' });
    set({ on: true, worker: 'mute' });
    await passUntil(() => expect(first()).toMatchObject({ state: 'STARTING', readAt: expect.any(String) }));
    expect(first()).toMatchObject({
      hashesPerSecond: null,
      accepted: null,
      rejected: null,
      powerWatts: null,
    });
    mining.setIntent('PAUSE');
    await soon(() => expect(mining.active).toBe(false));
    expect(first()).toMatchObject({ state: 'RESTING', readAt: null });
  });
});

describe('a task', () => {
  test('finds a GPU whose miner is gone with all it started, though it ignores being asked', async () => {
    await choose();
    set({ worker: 'stubborn' });
    begin();
    await reach('MINING');
    const { pid, child } = await started();
    expect([await isAlive(pid), await isAlive(child)]).toEqual([true, true]);
    await mining.beforeWork(0);
    expect([await isAlive(pid), await isAlive(child)]).toEqual([false, false]);
    expect(mining.active).toBe(false);
    expect(first()).toMatchObject({ state: 'RESTING', why: 'A task is under way.' });
    for (let i = 0; i < 100; i++) clock.advance(2_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(mining.active).toBe(false);
    mining.afterWork(0);
    expect(first().why).toContain('for a minute');
    clock.advance(58_000);
    expect(mining.active).toBe(false);
    await reach('STARTING');
    await started(2);
  });

  test('that comes while a miner is being started finds none', async () => {
    await choose();
    begin();
    await reach('STARTING');
    await mining.beforeWork(0);
    await new Promise((resolve) => setTimeout(resolve));
    expect(mining.active).toBe(false);
    expect(findMarked(home.folder)).toEqual([]);
  });
});

describe('a miner that ends', () => {
  test('is started again, each time later, and given up with its last words', async () => {
    await choose('T_REX', 'echo started >> "$HOME/ends"; printf "\\033[31mno such pool\\033[0m\\n"; exit 3');
    begin();
    const waits: number[] = [];
    await reach('WAITING');
    for (;;) {
      const endedAt = Date.parse(first().since!);
      if (first().state === 'GAVE_UP') break;
      expect(first().why).toBe(
        'The miner program is started again soon: it ended with exit code 3: no such pool',
      );
      while (first().state === 'WAITING') clock.advance(1_000);
      waits.push((Date.parse(first().since!) - endedAt) / 1_000);
      await soon(() => expect(first().state).not.toBe('STARTING'));
    }
    expect(waits).toEqual([5, 10, 20, 40, 80]);
    expect(first().why).toBe(
      'The miner program was given up after 6 starts: it ended with exit code 3: no such pool',
    );
    await mining.beforeWork(0);
    mining.afterWork(0);
    await reach('GAVE_UP');
    expect(mining.active).toBe(false);
    set({ on: false });
    set({ on: true });
    await passUntil(() => expect(first().state).toBe('STARTING'));
  });

  test('leaves nothing behind that mines on', async () => {
    await choose('T_REX', 'setsid sleep 1000 & echo $! > "$HOME/left"; exit 0');
    begin();
    await reach('WAITING');
    expect(findMarked(home.folder)).toEqual([]);
  });

  test('or cannot be started at all says so', async () => {
    await choose('T_REX', 'exit 0');
    await writeChoice(home.miner, { path: join(folder, 'gone'), kind: 'T_REX' });
    begin();
    await passUntil(() => expect(mining.status().why).toMatch(/gone is not there/));
    await choose('T_REX', 'exit 7');
    await reach('WAITING');
    expect(first().why).toContain('exit code 7');
  });
});

describe('an agent that is killed', () => {
  test('takes its miner with it', async () => {
    const path = await makeMiner(folder);
    await mkdir(home.mining);
    const args = ['--worker', 'stubborn', '--api-bind-http', '127.0.0.1:0'];
    const command = { file: path, args, gpuUuid: 'GPU-0', folder: home.mining, home: home.folder, slot: 0 };
    const agent = fork(fileURLToPath(new URL('../../test/mineUntilKilled.ts', import.meta.url)), [
      JSON.stringify(command),
    ]);
    const { pid, child } = await started();
    expect([await isAlive(pid), await isAlive(child)]).toEqual([true, true]);
    agent.kill('SIGKILL');
    await once(agent, 'exit');
    await vi.waitFor(
      async () => expect([await isAlive(pid), await isAlive(child)]).toEqual([false, false]),
      20_000,
    );
  });

  test('together with everything else has what it left behind ended at the next start', async () => {
    const left = spawn('sleep', ['1000'], { env: { ...process.env, [MARK]: markOf(home.folder, 3) } });
    const other = spawn('sleep', ['1000'], { env: { ...process.env, [MARK]: markOf(folder, 3) } });
    await soon(() => expect(findMarked(home.folder)).toEqual([left.pid]));
    mining.start();
    const [, signal] = (await once(left, 'exit')) as [unknown, string];
    expect(signal).toBe('SIGKILL');
    expect(await isAlive(other.pid)).toBe(true);
    other.kill();
  });
});
