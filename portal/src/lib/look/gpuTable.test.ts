import { expect, test } from 'vitest';
import { gpuTable, gpuWordTable, oddGpu, troubledFirst } from './gpuTable.ts';
import type { Reading } from './readings.ts';
import { aGpu, aHost } from './test/aReading.ts';

const gpu = (index: number, told: Partial<Reading['gpus'][number]> = {}): Reading['gpus'][number] =>
  aGpu({
    index,
    uuid: `GPU-${index}`,
    utilizationPercent: 99,
    memoryUsedMiB: 20_000,
    memoryTotalMiB: 81_559,
    temperatureCelsius: 59,
    powerWatts: 632,
    powerLimitWatts: 700,
    smClockMhz: 1_980,
    memoryClockMhz: 2_619,
    ...told,
  });
const reading = (...gpus: Reading['gpus']): Reading => ({
  at: '2026-11-23T12:00:00.000Z',
  gpus,
  host: { ...aHost, cpuPercent: 4, memoryUsedMiB: 1_000, memoryTotalMiB: 2_000 },
});

test('one GPU that is slowed stands apart, by what differs most', () => {
  const slowed = gpu(2, { utilizationPercent: 97, temperatureCelsius: 88, smClockMhz: 345, powerWatts: 212 });
  const rows = gpuTable([0, 1, 2, 3], [reading(gpu(0), gpu(1), slowed, gpu(3))]);
  expect(rows.filter(({ odd }) => odd === 2).map(({ name }) => name)).toEqual([
    'Temperature',
    'Power',
    'Core clock',
  ]);
  expect(oddGpu(rows)).toMatchObject({ place: 2, value: 345, others: 1_980 });
});

test('what no GPU tells has no row, and what one does not tell has no value', () => {
  const partitioned = gpu(1, { utilizationPercent: null });
  const rows = gpuTable([0, 1], [reading(gpu(0), partitioned)]);
  expect(rows.map(({ name }) => name)).not.toContain('Fan');
  expect(rows.find(({ name }) => name === 'Load')?.values).toEqual([99, null]);
  expect(oddGpu(rows)).toBeUndefined();
});

test('a GPU that is not at work is no fault', () => {
  const idle = gpu(1, { utilizationPercent: 0, temperatureCelsius: 30, powerWatts: 70, smClockMhz: 345 });
  expect(oddGpu(gpuTable([0, 1, 2, 3], [reading(gpu(0), idle, gpu(2), gpu(3))]))).toBeUndefined();
});

test('all GPUs are drawn on one ground', () => {
  const rows = gpuTable([0, 1], [reading(gpu(0), gpu(1, { smClockMhz: 300 }))]);
  const clock = rows.find(({ name }) => name === 'Core clock')!;
  expect(clock).toMatchObject({ low: 0, unit: 'MHz', values: [1_980, 300] });
  expect(clock.high).toBeGreaterThan(1_980);
});

test('memory differs with the task and tells nobody apart; without readings there is nothing to show', () => {
  const rows = gpuTable([0, 1, 2], [reading(gpu(0), gpu(1), gpu(2, { memoryUsedMiB: 80_000 }))]);
  expect(oddGpu(rows)).toBeUndefined();
  expect(gpuTable([0, 1], [])).toEqual([]);
});

test('what is told in words stands side by side too; what none tells has no row', () => {
  const healthy = gpu(0, {
    throttleReasons: [],
    pcieGeneration: 5,
    pcieWidth: 16,
    pcieWidthMax: 16,
    xids: [],
  });
  const ill = gpu(1, {
    throttleReasons: ['HARDWARE_THERMAL'],
    pcieGeneration: 5,
    pcieWidth: 8,
    pcieWidthMax: 16,
    xids: [{ code: 79, at: '2026-11-23T11:00:00.000Z' }],
  });
  const rows = gpuWordTable([0, 1, 2], reading(healthy, ill, aGpu({ index: 2, state: 'LOST' })));
  expect(rows.map(({ name, values }) => [name, ...values.map((value) => value?.text)])).toEqual([
    ['State', undefined, undefined, 'lost'],
    ['Held back by', 'nothing', 'heat', undefined],
    ['PCIe', '5 × 16', '5 × 8', undefined],
    ['Driver errors', 'none', '79', undefined],
  ]);
  expect(rows.map(({ values }) => values[1]?.tone)).toEqual([undefined, 'warn', 'warn', 'warn']);
  expect(gpuWordTable([0], undefined)).toEqual([]);
});

test('GPUs in trouble come first, by a reading or by a word; the others keep their order', () => {
  const indexes = Array.from({ length: 12 }, (_, index) => index);
  const latest = reading(
    ...indexes.map((index) =>
      index === 5
        ? aGpu({ index, state: 'LOST' })
        : gpu(index, index === 9 ? { temperatureCelsius: 92 } : { temperatureCelsius: 60 + (index % 3) }),
    ),
  );
  const places = troubledFirst(12, gpuTable(indexes, [latest]), gpuWordTable(indexes, latest));
  expect(places).toEqual([5, 9, 0, 1, 2, 3, 4, 6, 7, 8, 10, 11]);
});
