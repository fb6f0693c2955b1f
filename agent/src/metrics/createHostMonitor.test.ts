import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir, type CpuInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { createHostMonitor, describeHost, type HostMonitorOptions } from './createHostMonitor.ts';
import { readNetwork } from './readNetwork.ts';

const cpu = (busy: number, idle: number): CpuInfo => ({
  model: 'Test',
  speed: 1,
  times: { user: busy, nice: 0, sys: 0, irq: 0, idle },
});

const monitorOf = (change: Partial<HostMonitorOptions>) =>
  createHostMonitor({ folder: tmpdir(), clock: new FakeClock(), countNetwork: async () => null, ...change });
const busyOf = (...readings: CpuInfo[][]) => monitorOf({ readCpus: () => readings.shift() ?? [] });

test('processor use covers the time between two readings, over all processors', async () => {
  const monitor = busyOf([cpu(1_000, 9_000), cpu(0, 0)], [cpu(1_300, 9_700), cpu(1_000, 0)]);
  expect((await monitor()).cpuPercent).toBeNull();
  expect((await monitor()).cpuPercent).toBe(65);
});

test('an idle machine is at 0 %, a busy one at 100 %', async () => {
  const monitor = busyOf([cpu(10, 10)], [cpu(10, 20)], [cpu(20, 20)]);
  await monitor();
  expect([(await monitor()).cpuPercent, (await monitor()).cpuPercent]).toEqual([0, 100]);
});

test('counters that stand still or run backwards give no value', async () => {
  const monitor = busyOf([cpu(10, 10)], [cpu(10, 10)], [cpu(5, 30)]);
  await monitor();
  expect([(await monitor()).cpuPercent, (await monitor()).cpuPercent]).toEqual([null, null]);
});

test.runIf(process.platform === 'linux')('memory in use is what no program could get', async () => {
  const info = readFileSync('/proc/meminfo', 'utf8');
  const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(info)?.[1]);
  const { memoryTotalMiB, memoryUsedMiB } = await monitorOf({})();
  expect(memoryTotalMiB).toBeCloseTo(kib('MemTotal') / 1024, 0);
  expect(Math.abs(memoryUsedMiB - (kib('MemTotal') - kib('MemAvailable')) / 1024)).toBeLessThan(512);
});

test('the network is told in bytes a second, unless nothing was counted before or the counter began anew', async () => {
  const clock = new FakeClock();
  const counts = [
    { received: 1_000, sent: 0 },
    { received: 6_000, sent: 0 },
    null,
    { received: 9_000, sent: 0 },
  ];
  counts.push({ received: 10, sent: 500 });
  const monitor = monitorOf({ clock, countNetwork: async () => counts.shift() ?? null });
  const rates: unknown[] = [];
  for (let i = 0; i < 5; i++) {
    const { networkInBytesPerSecond, networkOutBytesPerSecond } = await monitor();
    rates.push([networkInBytesPerSecond, networkOutBytesPerSecond]);
    clock.advance(5_000);
  }
  expect(rates).toEqual([
    [null, null],
    [1_000, 0],
    [null, null],
    [null, null],
    [null, 100],
  ]);
});

test('the disk of the home folder is measured; one that is gone is not told', async () => {
  const there = await monitorOf({})();
  expect(there.diskTotalMiB).toBeGreaterThan(there.diskUsedMiB ?? Infinity);
  const gone = await monitorOf({ folder: join(tmpdir(), 'no', 'such', 'folder') })();
  expect([gone.diskUsedMiB, gone.diskTotalMiB]).toEqual([null, null]);
});

test('the machine is described', () => {
  const { cpu: name, cpuCores, memoryMiB, os, kernel } = describeHost();
  expect([name, os, kernel]).not.toContain('');
  expect(cpuCores).toBeGreaterThan(0);
  expect(memoryMiB).toBeGreaterThan(256);
});

test('real interfaces are counted, and all but the loopback where there are none', async () => {
  const root = await mkdtemp(join(tmpdir(), 'network-'));
  const head = 'Inter-|   Receive                  |  Transmit\n face |bytes    packets errs\n';
  const line = (name: string, received: number, sent: number) =>
    `${name.padStart(6)}: ${received} 1 0 0 0 0 0 0 ${sent} 1 0 0 0 0 0 0\n`;
  const path = join(root, 'proc/net/dev');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, head + line('lo', 7, 7) + line('eth0', 100, 20) + line('docker0', 50, 10));
  expect(await readNetwork(root)).toEqual({ received: 150, sent: 30 });
  await mkdir(join(root, 'sys/class/net/eth0/device'), { recursive: true });
  expect(await readNetwork(root)).toEqual({ received: 100, sent: 20 });
  await writeFile(path, head + line('eth0', NaN, 20));
  expect(await readNetwork(root)).toBeNull();
  await rm(root, { recursive: true });
  expect(await readNetwork(root)).toBeNull();
});
