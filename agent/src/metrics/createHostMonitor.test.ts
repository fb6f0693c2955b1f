import { readFileSync } from 'node:fs';
import type { CpuInfo } from 'node:os';
import { expect, test } from 'vitest';
import { createHostMonitor, describeHost } from './createHostMonitor.ts';

const cpu = (busy: number, idle: number): CpuInfo => ({
  model: 'Test',
  speed: 1,
  times: { user: busy, nice: 0, sys: 0, irq: 0, idle },
});

function monitorOf(...readings: CpuInfo[][]) {
  return createHostMonitor(() => readings.shift() ?? []);
}

test('processor use covers the time between two readings, over all processors', () => {
  const monitor = monitorOf([cpu(1_000, 9_000), cpu(0, 0)], [cpu(1_300, 9_700), cpu(1_000, 0)]);
  expect(monitor().cpuPercent).toBeNull();
  expect(monitor().cpuPercent).toBe(65);
});

test('an idle machine is at 0 %, a busy one at 100 %', () => {
  const monitor = monitorOf([cpu(10, 10)], [cpu(10, 20)], [cpu(20, 20)]);
  monitor();
  expect([monitor().cpuPercent, monitor().cpuPercent]).toEqual([0, 100]);
});

test('counters that stand still or run backwards give no value', () => {
  const monitor = monitorOf([cpu(10, 10)], [cpu(10, 10)], [cpu(5, 30)]);
  monitor();
  expect([monitor().cpuPercent, monitor().cpuPercent]).toEqual([null, null]);
});

test.runIf(process.platform === 'linux')('memory in use is what no program could get', () => {
  const info = readFileSync('/proc/meminfo', 'utf8');
  const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(info)?.[1]);
  const { memoryTotalMiB, memoryUsedMiB } = createHostMonitor()();
  expect(memoryTotalMiB).toBeCloseTo(kib('MemTotal') / 1024, 0);
  expect(Math.abs(memoryUsedMiB - (kib('MemTotal') - kib('MemAvailable')) / 1024)).toBeLessThan(512);
});

test('the machine is described', () => {
  const { cpu: name, cpuCores, memoryMiB } = describeHost();
  expect(name).not.toBe('');
  expect(cpuCores).toBeGreaterThan(0);
  expect(memoryMiB).toBeGreaterThan(256);
});
