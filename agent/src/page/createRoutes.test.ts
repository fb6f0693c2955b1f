import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { Owner } from '../owner/Owner.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import type { Station } from '../run/Station.ts';
import { createRoutes } from './createRoutes.ts';
import type { Routes } from './LocalServer.ts';

let folder: string;
let path: string;
let owner: Owner;
let routes: Routes;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'routes-'));
  path = join(folder, 'settings.json');
  const clock = new FakeClock();
  owner = new Owner(await SettingsFile.open(path), clock);
  const preview = (taskId: string) => (taskId === 't1' ? Buffer.from('a jpeg') : null);
  const station = { state: () => owner.settings, preview } as unknown as Station;
  routes = createRoutes({ station, owner, clock, link: () => 'http://x/#secret' });
});

afterEach(() => rm(folder, { recursive: true }));

const ask = async (name: string, body: unknown) => routes[name]?.(body);

test('a pause ends at a moment to come, within a year', async () => {
  await ask('POST /api/pause', { kind: 'PAUSE', until: '2026-01-01T02:00:00+01:00' });
  expect(owner.settings.pause).toMatchObject({ kind: 'PAUSE', until: '2026-01-01T01:00:00.000Z' });
  for (const until of ['2025-12-31T00:00:00Z', '2036-01-01T00:00:00Z', 'soon'])
    await expect(ask('POST /api/pause', { kind: 'DRAIN', until })).rejects.toThrow();
  await ask('POST /api/resume', {});
  expect(owner.settings.pause).toBeNull();
});

test('what there is to see of a task is shown, and nothing of others', async () => {
  const jpeg = Buffer.from('a jpeg').toString('base64');
  expect(await ask('POST /api/preview', { taskId: 't1' })).toEqual({ jpeg });
  expect(await ask('POST /api/preview', { taskId: 't2' })).toEqual({ jpeg: null });
  await expect(ask('POST /api/preview', { taskId: 1 })).rejects.toThrow();
});

test('one setting leaves all others as they are, and is kept', async () => {
  await ask('PATCH /api/settings', { onPause: 'HAND_BACK', gpusOff: ['GPU-1'] });
  await ask('PATCH /api/settings', { maximumTemperature: 80 });
  const kept = (await SettingsFile.open(path)).current;
  expect(kept).toMatchObject({ onPause: 'HAND_BACK', gpusOff: ['GPU-1'], maximumTemperature: 80 });
});

test('mining is off until it is switched on, and what is said of its earning has a time', async () => {
  expect(owner.settings.mining).toMatchObject({ on: false, pool: null, extra: [], earning: null });
  await ask('PATCH /api/mining', { on: true, pool: 'pool.example:4444', earningMicroUsdPerDay: 450_000 });
  await ask('PATCH /api/mining', { extra: ['--pl', '180'] });
  const earning = { microUsdPerDay: 450_000, at: '2026-01-01T00:00:00.000Z' };
  const kept = (await SettingsFile.open(path)).current.mining;
  expect(kept).toMatchObject({ on: true, pool: 'pool.example:4444', extra: ['--pl', '180'], earning });
  await ask('PATCH /api/mining', { earningMicroUsdPerDay: null });
  expect(owner.settings.mining.earning).toBeNull();
});

test('the page cannot choose the program, nor have it run another or open a port', async () => {
  const paths = Object.keys(routes).map((name) => name.split(' ') as [string, string]);
  for (const program of ['/bin/sh', { path: '/bin/sh', kind: 'T_REX' }]) {
    for (const [method, name] of paths.filter(([method]) => method !== 'GET'))
      await ask(`${method} ${name}`, { program, mining: { program } }).catch(() => undefined);
  }
  for (const extra of [
    ['--script-start', '/bin/sh'],
    ['-c', '/tmp/x'],
    ['--api-bind-http', '0.0.0.0:1'],
  ])
    await expect(ask('PATCH /api/mining', { extra })).rejects.toThrow('cannot be set here');
  expect(await readdir(folder)).not.toContain('miner.json');
  expect(JSON.stringify(owner.settings)).not.toContain('/bin/sh');
});

test.each([
  [{ speed: 'high' }],
  [{ pause: null }],
  [{ mining: { on: true } }],
  [{ maximumTemperature: 20 }],
  [{ maximumTemperature: 80.5 }],
  [{ schedule: { timeZone: 'UTC', days: ['1'] } }],
  [{ enginesOff: ['MINING'] }],
  [[]],
  ['x'],
])('%j is no setting', async (change) => {
  const before = owner.settings;
  await expect(ask('PATCH /api/settings', change)).rejects.toThrow();
  expect(owner.settings).toEqual(before);
});

test('a configuration that is refused is refused in a sentence', async () => {
  await expect(ask('POST /api/import/check', { name: 'a.json', text: 'x' })).rejects.toThrow(
    'a.json is not a worker configuration: it is not JSON.',
  );
});
