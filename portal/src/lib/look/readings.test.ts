import { expect, test } from 'vitest';
import { gpuSeries, hostSeries, shareOf, writtenReading, type Reading } from './readings.ts';

const gpu = {
  index: 0,
  uuid: 'GPU-0',
  utilizationPercent: 0,
  memoryUsedMiB: 12_288,
  memoryTotalMiB: 24_576,
  temperatureCelsius: 66,
  powerWatts: null,
  powerLimitWatts: null,
  fanPercent: null,
  smClockMhz: 2_520,
  memoryClockMhz: 10_501,
};
const reading: Reading = {
  at: '2026-11-23T14:00:00.000Z',
  gpus: [gpu],
  host: { cpuPercent: null, memoryUsedMiB: 8_192, memoryTotalMiB: 32_768 },
};

test('what a GPU does not tell has no line; a measured zero has', () => {
  const series = gpuSeries(0, [reading]);
  expect(series.map(({ name }) => name)).toEqual(['Load', 'Temperature', 'Core clock', 'Memory']);
  expect(series[0]!.read(reading)).toBe(0);
  expect(gpuSeries(1, [reading])).toEqual([]);
});

test('memory is told in GB of what there is, and a missing reading is a dash', () => {
  const [cpu, memory] = hostSeries([reading], 16);
  expect(memory).toMatchObject({ of: 'of 32 GB', all: 32 });
  expect(writtenReading(memory!, memory!.read(reading))).toBe('8.0');
  expect(writtenReading(cpu!, cpu!.read(reading))).toBe('–');
  expect(shareOf(cpu!, null)).toBeNull();
  expect(shareOf(cpu!, 250)).toBe(1);
});
