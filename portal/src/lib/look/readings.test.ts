import { expect, test } from 'vitest';
import { gpuSeries, hostSeries, shareOf, writtenReading, type Reading } from './readings.ts';
import { aGpu, aHost } from './test/aReading.ts';

const gpu = aGpu({
  utilizationPercent: 0,
  memoryUsedMiB: 12_288,
  memoryTotalMiB: 24_576,
  temperatureCelsius: 66,
  smClockMhz: 2_520,
  memoryClockMhz: 10_501,
});
const reading: Reading = {
  at: '2026-11-23T14:00:00.000Z',
  gpus: [gpu],
  host: { ...aHost, memoryUsedMiB: 8_192, memoryTotalMiB: 32_768 },
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

test('the network is told in Mbit/s, idle included; where it is not told it has no line', () => {
  const busy = {
    ...reading,
    host: { ...aHost, networkInBytesPerSecond: 1_250_000, networkOutBytesPerSecond: 0 },
  };
  const series = hostSeries([reading, busy], 16);
  expect(series.map(({ name }) => name)).toEqual(['CPU', 'Memory', 'Network in', 'Network out']);
  expect(series.slice(2).map((line) => writtenReading(line, line.read(busy)))).toEqual(['10.0', '0.0']);
  expect(series[2]!.read(reading)).toBeNull();
  expect(hostSeries([reading], 16)).toHaveLength(2);
});

test('the heat of the memory has a line of its own where it is told', () => {
  const hot = { ...reading, gpus: [{ ...gpu, memoryTemperatureCelsius: 96 }] };
  const line = gpuSeries(0, [hot]).find(({ name }) => name === 'Memory temperature');
  expect(line?.read(hot)).toBe(96);
});
