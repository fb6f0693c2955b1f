import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { checkPower } from '../doctor/checkPower.ts';
import { CommandError, type Command } from '../metrics/createCommand.ts';
import { Owner } from '../owner/Owner.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { PowerCaps } from './PowerCaps.ts';

let folder: string;
let path: string;
let owner: Owner;
/** The limits of a machine's GPUs, and what its nvidia-smi was told. */
let limits: Map<string, number | null>;
let told: string[];
let refusal: CommandError | undefined;
let hangs: boolean;
let clock: FakeClock;
let caps: PowerCaps | undefined;

const nvidiaSmi: Command = async (args) => {
  if (args[0] === '-i') {
    told.push(args.join(' '));
    if (refusal) throw refusal;
    limits.set(args[1] as string, Number(args[3]));
    if (hangs) throw new CommandError('HUNG', 'nvidia-smi gave no answer for 5 s');
    return 'Power limit was set.';
  }
  if (refusal?.failure === 'ABSENT') throw refusal;
  return [...limits]
    .map(([uuid, watts]) =>
      watts === null ? `${uuid}, [N/A], [N/A], [N/A]` : `${uuid}, ${watts}.00, 100.00, 450.00`,
    )
    .join('\n');
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'power-'));
  path = join(folder, 'power-limits.json');
  owner = new Owner(await SettingsFile.open(join(folder, 'settings.json')), new FakeClock());
  limits = new Map([
    ['GPU-0', 450],
    ['GPU-1', 400],
  ]);
  [told, refusal, caps, hangs] = [[], undefined, undefined, false];
  clock = new FakeClock();
});
afterEach(async () => {
  await caps?.stop();
  await rm(folder, { recursive: true });
});

function make(): PowerCaps {
  const log = pino({ level: 'silent' });
  return new PowerCaps({ path, nvidiaSmi, owner, clock, log, onChange: () => undefined });
}

async function start(): Promise<PowerCaps> {
  caps = make();
  await caps.start();
  return caps;
}

const nowLimits = () => [...limits.values()];

test('without a cap nothing is asked and nothing is changed', async () => {
  await start();
  expect([told, existsSync(path)]).toEqual([[], false]);
});

test('a cap holds for every GPU, one of its own before it, and all is given back at the end', async () => {
  await owner.change({ powerCaps: { all: 300, 'GPU-1': 200 } });
  const { states } = await start();
  expect(nowLimits()).toEqual([300, 200]);
  expect(states).toEqual([
    { uuid: 'GPU-0', watts: 300, problem: null },
    { uuid: 'GPU-1', watts: 200, problem: null },
  ]);
  await caps?.stop();
  expect(nowLimits()).toEqual([450, 400]);
  expect(existsSync(path)).toBe(false);
});

test('what the owner changes holds at once, and what is taken back is as it was at first', async () => {
  await start();
  await owner.change({ powerCaps: { 'GPU-0': 300 } });
  await expect.poll(nowLimits).toEqual([300, 400]);
  await owner.change({ powerCaps: { 'GPU-0': 250 } });
  await expect.poll(nowLimits).toEqual([250, 400]);
  await owner.change({ powerCaps: {} });
  await expect.poll(nowLimits).toEqual([450, 400]);
  await expect.poll(() => caps?.states).toEqual([]);
});

test('after a kill the next start gives back what was before', async () => {
  await owner.change({ powerCaps: { all: 200 } });
  await start();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ 'GPU-0': 450, 'GPU-1': 400 });
  // The killed run gives nothing back: what it left on the disk and in the GPUs is all that there is.
  caps = undefined;
  owner = new Owner(await SettingsFile.open(join(folder, 'other.json')), new FakeClock());
  await start();
  expect(nowLimits()).toEqual([450, 400]);
  expect(existsSync(path)).toBe(false);
});

test('a refusal is told with what to do, leaves nothing behind, and is what the doctor says', async () => {
  const sentence =
    'nvidia-smi failed with 4: The current user does not have permission to change power limits';
  refusal = new CommandError('FAILED', sentence, 4);
  await owner.change({ powerCaps: { 'GPU-0': 300 } });
  const { states } = await start();
  expect(states).toMatchObject([{ uuid: 'GPU-0', problem: expect.stringContaining('Only root may set it') }]);
  expect(existsSync(path)).toBe(false);
  const running = await checkPower(owner.settings.powerCaps, states, nvidiaSmi);
  expect(running).toMatchObject([{ name: 'power', state: 'LIMITED', finding: states[0]?.problem }]);
  const alone = await checkPower(owner.settings.powerCaps, undefined, nvidiaSmi);
  expect(alone).toMatchObject([{ state: 'LIMITED', finding: expect.stringContaining('permission') }]);
});

test('a cap that a GPU does not take is not tried, nor one on a GPU that tells no limits', async () => {
  limits.set('GPU-1', null);
  await owner.change({ powerCaps: { all: 99 } });
  const { states } = await start();
  expect(states.map(({ problem }) => problem)).toEqual([
    'GPU-0 takes a power cap of 100 to 450 W.',
    'GPU-1 does not tell its power limits.',
  ]);
  expect(told).toEqual([]);
});

test('without nvidia-smi no cap holds, and it is said', async () => {
  refusal = new CommandError('ABSENT', 'nvidia-smi is not installed');
  await owner.change({ powerCaps: { all: 300 } });
  const { states } = await start();
  expect(states).toMatchObject([{ uuid: 'all', problem: expect.stringContaining('not installed') }]);
});

test('the doctor tries a cap by setting what is set, and says nothing where there is none', async () => {
  expect(await checkPower({}, undefined, nvidiaSmi)).toEqual([]);
  expect(await checkPower({ 'GPU-0': 300 }, undefined, nvidiaSmi)).toMatchObject([{ state: 'OK' }]);
  expect(told).toEqual(['-i GPU-0 -pl 450']);
  expect(await checkPower({ 'GPU-0': 500 }, undefined, nvidiaSmi)).toMatchObject([{ state: 'LIMITED' }]);
});

test('what was set without an answer is given back too, as it may hold', async () => {
  await owner.change({ powerCaps: { 'GPU-0': 300 } });
  hangs = true;
  const { states } = await start();
  expect(states).toMatchObject([{ problem: expect.stringContaining('no answer') }]);
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ 'GPU-0': 450 });
  hangs = false;
  await caps?.stop();
  expect(nowLimits()).toEqual([450, 400]);
});

test('a cap that was lost, or could not be set, is set within a minute, and one that holds is not touched', async () => {
  refusal = new CommandError('ABSENT', 'nvidia-smi is not installed');
  await owner.change({ powerCaps: { 'GPU-0': 300 } });
  await start();
  refusal = undefined;
  clock.advance(60_000);
  await expect.poll(nowLimits).toEqual([300, 400]);
  limits.set('GPU-0', 450);
  await expect.poll(() => (clock.advance(60_000), nowLimits())).toEqual([300, 400]);
  clock.advance(60_000);
  await caps?.stop();
  clock.advance(600_000);
  expect(told).toEqual(['-i GPU-0 -pl 300', '-i GPU-0 -pl 300', '-i GPU-0 -pl 450']);
  expect(nowLimits()).toEqual([450, 400]);
});

test('a journal that cannot be written keeps no GPU from its own limit', async () => {
  await owner.change({ powerCaps: { all: 300 } });
  await start();
  await rm(path);
  await mkdir(path);
  await caps?.stop();
  expect(nowLimits()).toEqual([450, 400]);
  await rm(path, { recursive: true });
});
