import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
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
const gpu = { index: 0, uuid: 'GPU-0', name: 'RTX 4070', memoryMiB: null, driver: null, compute: null };

let folder: string;
let home: Home;
let clock: FakeClock;
let settings: Settings;
let lost: boolean;
let mining: Mining;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mining-'));
  home = Home.open(join(folder, 'home'));
  clock = new FakeClock();
  settings = settingsSchema.parse({
    mining: { on: true, pool: 'pool.example:4444', coin: 'ETC', wallet: '0xabc' },
  });
  lost = false;
  mining = new Mining({
    home,
    settings: () => settings,
    isLost: () => lost,
    clock,
    log,
    onChange: () => undefined,
  });
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

/** A program that no signal but a kill ends, with a child in a session of its own that no signal to a group reaches. */
const STUBBORN = `trap '' TERM; setsid sh -c "trap '' TERM; echo \\$\\$ > child; exec sleep 1000" & echo $$ > pid
while :; do sleep 1; done`;
const stubborn = () =>
  vi.waitFor(async () => {
    const pids = await Promise.all(
      ['pid', 'child'].map(async (name) => Number(await readFile(join(home.mining, name), 'utf8'))),
    );
    expect(pids.every((pid) => pid > 0)).toBe(true);
    return pids;
  }, 20_000);
const alive = async (pids: number[]) => Promise.all(pids.map(isAlive));

describe('a GPU without a task', () => {
  test('mines after a minute, by a command line that no shell reads, and finds nothing of the agent', async () => {
    await choose();
    process.env.PICTOR_SECRET_OF_THE_AGENT = 'secret';
    const extra = ['--pass', '$(touch pwned); `id` | x & "\' *', '--lock-cclock=2100'];
    set({ worker: 'attic', extra });
    begin();
    await passUntil(() => expect(mining.status().why).toBeNull());
    expect(mining.active).toBe(false);
    expect(first()).toMatchObject({ why: expect.stringContaining('for a minute'), hashesPerSecond: null });
    await reach('MINING');
    delete process.env.PICTOR_SECRET_OF_THE_AGENT;
    const reading = { hashesPerSecond: 31_250_000, accepted: 12, rejected: 1, powerWatts: 118 };
    expect(first()).toMatchObject({ ...reading, why: null, readAt: expect.any(String) });
    expect(mining.active).toBe(true);
    const { args, env, cwd } = await started();
    expect(args.slice(-extra.length)).toEqual(extra);
    expect(cwd).toBe(home.mining);
    expect(env).toMatchObject({ HOME: home.mining, CUDA_VISIBLE_DEVICES: 'GPU-0' });
    const own = ['CUDA_DEVICE_ORDER', 'CUDA_VISIBLE_DEVICES', 'HOME', 'LANG', 'PATH', 'TMPDIR', MARK];
    const others = Object.keys(env).filter((name) => !own.includes(name));
    // What node and the shell add of themselves.
    expect(others.filter((name) => !/^(NODE_|PWD$|OLDPWD$|SHLVL$|_$)/.test(name))).toEqual([]);
  });

  test('stops mining when it is switched off, and what was read is known no more', async () => {
    await choose('LOLMINER');
    begin();
    await reach('MINING');
    const reading = { hashesPerSecond: 42_500_000, accepted: 7, rejected: 0, powerWatts: 104.5 };
    expect(first()).toMatchObject(reading);
    const { pid } = await started();
    set({ on: false });
    const nothing = { hashesPerSecond: null, accepted: null, rejected: null, powerWatts: null, readAt: null };
    await soon(() => expect(first()).toMatchObject({ state: 'RESTING', ...nothing }));
    expect(await isAlive(pid)).toBe(false);
    expect(mining.status()).toMatchObject({ on: false, why: 'Mining is off.' });
  });
});

describe('a task', () => {
  test('finds a GPU whose miner is gone with all it started, though it ignores being asked', async () => {
    await choose('T_REX', STUBBORN);
    begin();
    await reach('STARTING');
    const pids = await stubborn();
    expect(await alive(pids)).toEqual([true, true]);
    await mining.beforeWork(0);
    expect(await alive(pids)).toEqual([false, false]);
    expect(mining.active).toBe(false);
    expect(first()).toMatchObject({ state: 'RESTING', why: 'A task is under way.' });
    for (let i = 0; i < 100; i++) clock.advance(2_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(first().state).toBe('RESTING');
    mining.afterWork(0);
    expect(first().why).toContain('for a minute');
    clock.advance(58_000);
    expect(first().state).toBe('RESTING');
    await reach('STARTING');
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

test.each([
  ['the pause of owner or portal', () => mining.setIntent('PAUSE')],
  ['a drain', () => mining.setIntent('DRAIN')],
  ['a GPU that is switched off', () => (settings = { ...settings, gpusOff: ['GPU-0'] })],
  ['a GPU that vanishes', () => (lost = true)],
  ['a program that is gone', () => rm(join(folder, 't-rex'))],
])('%s ends mining', async (_, end) => {
  await choose('T_REX', 'exec sleep 1000');
  begin();
  await passUntil(() => expect(mining.active).toBe(true));
  await end();
  await passUntil(() => expect([mining.active, first().state]).toEqual([false, 'RESTING']));
});

test('what a miner that ended leaves behind does not mine on', async () => {
  await choose('T_REX', 'setsid sleep 1000 & exit 0');
  begin();
  await reach('WAITING');
  expect(findMarked(home.folder)).toEqual([]);
});

test('a program that may not be run is not, and the next one is', async () => {
  await writeChoice(home.miner, { path: join(folder, 'gone'), kind: 'T_REX' });
  begin();
  await passUntil(() => expect(mining.status().why).toMatch(/gone is not there/));
  await choose('T_REX', 'exit 7');
  await reach('WAITING');
  expect(first().why).toContain('exit code 7');
});

describe('an agent that is killed', () => {
  test('takes its miner with it', async () => {
    const file = await makeMiner(folder, STUBBORN);
    await mkdir(home.mining);
    const command = { file, args: [], gpuUuid: 'GPU-0', folder: home.mining, home: home.folder, slot: 0 };
    const agent = fork(fileURLToPath(new URL('../../test/mineUntilKilled.ts', import.meta.url)), [
      JSON.stringify(command),
    ]);
    const pids = await stubborn();
    expect(await alive(pids)).toEqual([true, true]);
    agent.kill('SIGKILL');
    await vi.waitFor(async () => expect(await alive(pids)).toEqual([false, false]), 20_000);
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
