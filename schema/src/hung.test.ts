import { expect, test } from 'vitest';
import { hungAfterMs, hungAt, type Standing } from './hung.ts';

const minute = 60_000;
const hour = 60 * minute;
const hung = (change: Partial<Standing>) =>
  hungAt({ since: 0, aliveAt: 0, progress: 0, referenceMs: 1_600, ...change }) / minute;

test('ten minutes without a sign of life, or five times the step', () => {
  expect([0, 1, 2, 3, 60].map((step) => hungAfterMs(step * minute) / minute)).toEqual([10, 10, 10, 15, 300]);
  expect(hung({})).toBe(10);
  expect(hung({ aliveAt: 7 * minute, progress: 0.005 })).toBe(17);
});

test('before there is a pace, large work has five times what the reference GPU takes for it', () => {
  expect(hung({ referenceMs: hour })).toBe(300);
});

test('a step is expected to take as long as those before it', () => {
  expect(hung({ referenceMs: hour, aliveAt: 50 * minute, progress: 0.1 })).toBe(50 + 25);
});

test('a slow step buys the next one no more than the size of the work does', () => {
  const referenceMs = 3 * minute;
  for (const aliveAt of [9 * minute, 44 * minute, 220 * minute])
    expect(hung({ referenceMs, aliveAt, progress: 0.01 })).toBe(aliveAt / minute + 15);
});

test('however alive it is, it has a day, or a hundred times what the reference GPU takes', () => {
  expect(hung({ aliveAt: 24 * hour - minute, progress: 0.9 })).toBe(24 * 60);
  expect(hung({ referenceMs: hour, aliveAt: 99.9 * hour, progress: 0.9 })).toBe(100 * 60);
});
