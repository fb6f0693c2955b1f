import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import type { GpuReading } from '../metrics/GpuReading.ts';
import { Owner } from './Owner.ts';
import { SettingsFile } from './SettingsFile.ts';

let folder: string;
let owner: Owner;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'owner-'));
  owner = new Owner(await SettingsFile.open(join(folder, 'settings.json')), new FakeClock());
});
afterEach(() => rm(folder, { recursive: true }));

const reading = (index: number, state: 'READ' | 'UNREAD' | 'LOST') =>
  ({ gpu: { index, uuid: `GPU-${index}` }, sample: { state, temperatureCelsius: null } }) as GpuReading;
const saw = (...states: Parameters<typeof reading>[1][]) =>
  owner.sawGpus({ gpus: states.map((state, index) => reading(index, state)), problem: null });

test('the slot of a GPU that has vanished takes no task until it is back, the others do', () => {
  const told = vi.fn();
  saw('READ', 'READ');
  owner.listen(told);
  saw('READ', 'LOST');
  expect([owner.allows(0, 'RENDER'), owner.allows(1, 'RENDER')]).toEqual([true, false]);
  expect([owner.isLost('GPU-0'), owner.isLost('GPU-1')]).toEqual([false, true]);
  saw('READ', 'UNREAD');
  expect(owner.allows(1, 'RENDER')).toBe(true);
  expect(told).toHaveBeenCalledTimes(2);
});

test('a machine without a GPU has one slot that is on, for the kinds that its owner lets it take', async () => {
  saw();
  expect(owner.allows(0, 'UPSCALE')).toBe(true);
  await owner.change({ enginesOff: ['UPSCALE'] });
  expect([owner.allows(0, 'UPSCALE'), owner.allows(0, 'RENDER')]).toEqual([false, true]);
});

test('what cannot be written does not hold, and what is set after it does', async () => {
  await rm(folder, { recursive: true });
  await expect(owner.pause('PAUSE', null)).rejects.toThrow();
  expect(owner.settings.pause).toBeNull();
  await mkdir(folder);
  await Promise.all([owner.change({ idleOnly: true }), owner.pause('DRAIN', null)]);
  expect(owner.settings).toMatchObject({ idleOnly: true, pause: { kind: 'DRAIN' } });
});
