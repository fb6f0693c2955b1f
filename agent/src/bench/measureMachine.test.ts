import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { FakeEngine } from '../../test/FakeEngine.ts';
import type { Gpu } from '../metrics/GpuReading.ts';
import { basisOf, type Machine } from './Machine.ts';
import { measureMachine } from './measureMachine.ts';
import { median } from './median.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'bench-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const gpu = (index: number, driver = '550.1'): Gpu => ({
  ...{ index, uuid: `GPU-${index}`, name: 'RTX 4090', memoryMiB: 24_564, driver, compute: null },
});

function engine(kind: 'UPSCALE' | 'RENDER', speed: number): FakeEngine {
  return Object.assign(new FakeEngine(kind), { speed });
}

function machine(engines: FakeEngine[], change: Partial<Machine> = {}): Machine {
  return { engines: engines.map((each) => () => each), gpus: [], gpusOff: [], ...change };
}

function measure(of: Machine, signal = new AbortController().signal, steps: string[] = []) {
  return measureMachine(of, {
    folder: join(folder, 'own'),
    clock: new FakeClock(),
    signal,
    onStep: (step) => steps.push(step),
  });
}

test('each slot is measured alone, with every kind of task that works, and leaves nothing behind', async () => {
  const steps: string[] = [];
  const [upscaler, renderer] = [engine('UPSCALE', 5), engine('RENDER', 160)];
  const record = await measure(
    machine([upscaler, renderer], { gpus: [gpu(0), gpu(1), gpu(2)], gpusOff: ['GPU-1'] }),
    undefined,
    steps,
  );
  expect(record).toMatchObject({ score: 8_000, assumed: true, reported: false, problems: [] });
  expect(record.takenAt).toBe('2026-01-01T00:00:00.000Z');
  expect(record.slots.map(({ slot, score, driver }) => [slot, score, driver])).toEqual([
    [0, 4_000, '550.1'],
    [2, 4_000, '550.1'],
  ]);
  expect(record.slots[0]?.results.map(({ kind, score }) => [kind, score])).toEqual([
    ['UPSCALE', 2_000],
    ['RENDER', 8_000],
  ]);
  expect(steps).toEqual([
    'AI upscaling on GPU 0',
    '3D rendering on GPU 0',
    'AI upscaling on GPU 2',
    '3D rendering on GPU 2',
  ]);
  expect([upscaler.closed, renderer.closed]).toEqual([true, true]);
  expect(await readdir(folder)).toEqual([]);
});

test('without Blender the score is that of upscaling, and of two engines the first that works counts', async () => {
  const broken = engine('UPSCALE', 100);
  broken.probed = { available: false, reason: 'no such library' };
  const renderer = engine('RENDER', 1);
  renderer.probed = { available: false, reason: 'Blender was not found.' };
  const record = await measure(machine([broken, engine('UPSCALE', 2.5), engine('UPSCALE', 50), renderer]));
  expect(record.slots).toMatchObject([{ slot: 0, gpu: null, score: 1_000, results: [{ kind: 'UPSCALE' }] }]);
});

test('what fails is told, and the rest counts; where all fails there is no score', async () => {
  const failing = engine('RENDER', 1);
  failing.benchmarking = () => Promise.reject(new Error('There is no room left on the disk.'));
  const record = await measure(machine([engine('UPSCALE', 2.5), failing]));
  expect(record.score).toBe(1_000);
  expect(record.problems).toEqual([
    '3D rendering could not be measured in slot 0: There is no room left on the disk.',
  ]);
  const nothing = measure(machine([failing]));
  await expect(nothing).rejects.toMatchObject({
    code: 'BENCH_FAILED',
    message: expect.stringContaining('disk'),
  });
});

test('it ends when it is told to, with its engines', async () => {
  const abort = new AbortController();
  const slow = engine('UPSCALE', 1);
  slow.benchmarking = async () => {
    abort.abort();
    throw new Error('The task was cancelled.');
  };
  const other = engine('RENDER', 1);
  await expect(measure(machine([slow, other]), abort.signal)).rejects.toThrow('cancelled');
  expect([slow.closed, other.closed, other.benchmarks]).toEqual([true, true, 0]);
});

test('another driver, engine or model is another machine; the same is the same', async () => {
  const upscaler = engine('UPSCALE', 1);
  const gpus = [gpu(0)];
  const before = await basisOf(machine([upscaler], { gpus }));
  upscaler.speed = 2;
  expect(await basisOf(machine([upscaler], { gpus }))).toBe(before);
  const bases = new Set([
    before,
    await basisOf(machine([upscaler], { gpus: [gpu(0, '560.2')] })),
    await basisOf(machine([upscaler], { gpus: [gpu(0), gpu(1)] })),
    await basisOf(machine([upscaler, engine('RENDER', 1)], { gpus })),
  ]);
  upscaler.probed = { available: true, name: 'fake', version: null, device: 'CPU', threads: 1, model: 'v2' };
  bases.add(await basisOf(machine([upscaler], { gpus })));
  upscaler.probed = { available: true, name: 'fake 2', version: null, device: 'CPU', threads: 1 };
  bases.add(await basisOf(machine([upscaler], { gpus })));
  expect(bases.size).toBe(6);
});

test('the median is the one in the middle', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});
