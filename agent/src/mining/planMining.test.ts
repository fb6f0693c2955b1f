import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkProgram } from './checkProgram.ts';
import { miningChangeSchema, miningSchema } from './miningSettings.ts';
import { planMining, type MiningCircumstances } from './planMining.ts';
import { readChoice, writeChoice } from './programFile.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'miner-'))));
afterEach(() => rm(folder, { recursive: true }));

const ready: MiningCircumstances = {
  settings: miningSchema.parse({ on: true, pool: 'p.example:1', coin: 'ETC', wallet: 'w' }),
  program: { choice: { path: '/opt/t-rex', kind: 'T_REX' }, checked: { fit: true, path: '/opt/t-rex' } },
  gpus: 1,
  intent: 'RUN',
};

describe('what is mined', () => {
  test('is what the owner has set, in the words of the program', () => {
    expect(planMining(ready)).toMatchObject({
      path: '/opt/t-rex',
      order: { pool: 'p.example:1', algorithm: 'etchash', wallet: 'w', worker: null, extra: [] },
    });
  });

  const settings = (change: object) => ({ settings: { ...ready.settings, ...change } });
  test.each<[Partial<MiningCircumstances>, RegExp]>([
    [{ settings: miningSchema.parse({}) }, /is off/],
    [{ gpus: 0 }, /NVIDIA/],
    [{ program: null }, /No miner program is set/],
    [{ program: 'damaged' }, /^damaged$/],
    [
      { program: { choice: { path: 'x', kind: 'T_REX' }, checked: { fit: false, problem: 'It is ill.' } } },
      /It is ill/,
    ],
    [settings({ pool: null }), /The pool is not set/],
    [settings({ coin: null }), /The coin is not set/],
    [settings({ wallet: null }), /The wallet is not set/],
    [settings({ coin: 'KAS' }), /T-Rex cannot mine KAS/],
    [{ intent: undefined }, /has been heard/],
    [{ intent: 'PAUSE' }, /no tasks are taken/],
    [{ intent: 'DRAIN' }, /no tasks are taken/],
  ])('is nothing with %j, and a sentence says why', (change, why) => {
    expect(planMining({ ...ready, ...change })).toMatch(why);
  });
});

describe('settings', () => {
  test.each([
    { pool: 'stratum+ssl://eu.pool.example:4444' },
    { pool: '[2001:db8::1]:3333' },
    { coin: 'progpow-veil' },
    { wallet: 'kaspa:qzhfn.worker' },
    {
      extra: ['--lock-cclock', '2100', '--mclock', '-500', '--pass=a b;c', '--keep-gpu-busy', '--tls', 'on'],
    },
    { earningMicroUsdPerDay: 450_000, on: true, worker: null },
  ])('%j are taken', (change) => {
    expect(miningChangeSchema.parse(change)).toEqual(change);
  });

  test.each([
    [{ program: '/bin/sh' }],
    [{ path: '/bin/sh' }],
    [{ kind: 'T_REX' }],
    [{ pool: 'http://pool.example:80' }],
    [{ pool: 'pool.example' }],
    [{ pool: 'pool.example:70000' }],
    [{ pool: '--config:1' }],
    [{ coin: '-a' }],
    [{ wallet: '--config' }],
    [{ wallet: 'a b' }],
    [{ wallet: '$(id)' }],
    [{ worker: '-w' }],
    [{ extra: ['--script-start', '/bin/sh'] }],
    [{ extra: ['--config=/tmp/x'] }],
    [{ extra: ['-c', '/tmp/x'] }],
    [{ extra: ['--api-bind-http', '0.0.0.0:1'] }],
    [{ extra: ['--url', 'stratum+tcp://thief.example:1'] }],
    [{ extra: ['--pass', 'x', 'y'] }],
    [{ extra: ['--pass=x', 'y'] }],
    [{ extra: ['x'] }],
    [{ extra: ['--pass', 'a\nb'] }],
    [{ extra: Array(33).fill('--pass') }],
    [{ earningMicroUsdPerDay: -1 }],
  ])('%j are refused', (change) => {
    expect(miningChangeSchema.safeParse(change).success).toBe(false);
  });
});

describe('a program', () => {
  const make = async (name: string, mode: number) => {
    const path = join(folder, name);
    await writeFile(path, '');
    await chmod(path, mode);
    return path;
  };

  test('that only its owner can change is fit, by the path that links lead to', async () => {
    const path = await make('t-rex', 0o755);
    await symlink(path, join(folder, 'link'));
    expect(await checkProgram(join(folder, 'link'))).toEqual({ fit: true, path });
  });

  test('of the system is fit', async () => {
    expect(await checkProgram('/bin/sh')).toMatchObject({ fit: true });
  });

  test.each([
    ['is not absolute', () => 't-rex', /not an absolute path/],
    ['is not there', () => join(folder, 'none'), /not there/],
    ['is a folder', () => folder, /not a file/],
    ['cannot be run', () => make('a', 0o644), /make it executable/],
    ['others can write', () => make('a', 0o757), /Others can write to .*a, and so change/],
    ['a group can write', () => make('a', 0o775), /Others can write/],
  ])('that %s is not', async (_, path, why) => {
    expect(await checkProgram(await path())).toMatchObject({
      fit: false,
      problem: expect.stringMatching(why),
    });
  });

  test('in a folder that others can write to is not', async () => {
    await mkdir(join(folder, 'open'));
    const path = await make('open/t-rex', 0o755);
    await chmod(join(folder, 'open'), 0o777);
    expect(await checkProgram(path)).toMatchObject({
      problem: expect.stringMatching(/write to .*open, and/),
    });
  });

  test('is kept in a file of its own; a damaged one says so', async () => {
    const path = join(folder, 'miner.json');
    expect(await readChoice(path)).toBeNull();
    await writeChoice(path, { path: '/opt/t-rex', kind: 'T_REX' });
    expect(await readChoice(path)).toEqual({ path: '/opt/t-rex', kind: 'T_REX' });
    await writeFile(path, '{"path": 7}');
    await expect(readChoice(path)).rejects.toThrow('Name the miner program anew.');
  });
});
