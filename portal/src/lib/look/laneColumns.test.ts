import { expect, test } from 'vitest';
import { laneColumns, meanOf } from './laneColumns.ts';
import type { Reading } from './readings.ts';
import { aHost } from './test/aReading.ts';

const now = Date.parse('2026-11-23T14:32:02Z');
const at = (secondsAgo: number, cpuPercent: number | null): Reading => ({
  at: new Date(now - secondsAgo * 1_000).toISOString(),
  gpus: [],
  host: { ...aHost, cpuPercent },
});
const cpu = ({ host }: Reading) => host.cpuPercent;

test('columns are as short as there is room for, and begin at whole steps', () => {
  expect(laneColumns([], 900_000, now, 900)).toMatchObject({ step: 5_000, pitch: 5 });
  expect(laneColumns([], 900_000, now, 300)).toMatchObject({ step: 15_000, pitch: 5 });
  expect(laneColumns([], 300_000, now, 900)).toMatchObject({ step: 2_000, pitch: 6 });
  const { columns, from } = laneColumns([], 900_000, now, 900);
  expect(columns).toHaveLength(180);
  expect(from % 5_000).toBe(0);
  expect(columns.at(-1)!.from).toBeLessThanOrEqual(now);
  expect(columns.at(-1)!.from + 5_000).toBeGreaterThan(now);
});

test('readings fall into their column; those outside and those that told nothing leave no cell', () => {
  const { columns } = laneColumns(
    [at(2_000, 90), at(21, 10), at(20, 30), at(9, null), at(1, 50), at(-600, 70)],
    60_000,
    now,
    48,
  );
  expect(columns).toHaveLength(12);
  const means = columns.map((column) => meanOf(column, cpu));
  expect(means.filter((mean) => mean !== null)).toEqual([20, 30, 50]);
  expect(means.at(-1)).toBe(50);
});

test('a reading a little late is no gap, silence is', () => {
  const readings = [at(31, 10), at(24, 20), at(1, 30)];
  const means = laneColumns(readings, 40_000, now, 32).columns.map((column) => meanOf(column, cpu));
  expect(means).toEqual([null, 10, 20, 20, null, null, null, 30]);
});

test('a reading every 5 s leaves no gap in narrower columns, and one every second fills each', () => {
  const slow = laneColumns([at(11, 10), at(6, 20), at(1, 30)], 10_000, now, 48).columns;
  expect(slow).toHaveLength(10);
  expect(slow.map((column) => meanOf(column, cpu))).toEqual([10, 10, 10, 20, 20, 20, 20, 20, 30, 30]);
  const fast = laneColumns(
    Array.from({ length: 10 }, (_, i) => at(9 - i, i)),
    10_000,
    now,
    48,
  ).columns;
  expect(fast.map((column) => meanOf(column, cpu))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('no room is one column, never none', () => {
  expect(laneColumns([], 900_000, now, 0).columns).toHaveLength(1);
});
