import { expect, test } from 'vitest';
import { estimateMs, expectedEnd, reofferAt } from './pace.ts';
import { defaultTimes as times } from './times.ts';

const minute = 60_000;

test('the end follows from the pace, once that says something', () => {
  expect(expectedEnd(1_000, 6_000, 0.5)).toBe(11_000);
  expect(expectedEnd(1_000, 6_000, 0.01)).toBeUndefined();
  expect(expectedEnd(1_000, 1_000, 0.5)).toBeUndefined();
});

test('an estimate is that of the reference GPU until there is a pace', () => {
  expect(estimateMs({ startedAt: 0, movedAt: 0, progress: 0, milliUnits: 1_600 })).toBe(1_600);
  expect(estimateMs({ startedAt: 0, movedAt: 30_000, progress: 0.25, milliUnits: 1_600 })).toBe(120_000);
});

test.each([
  ['a short task after 15 s', 4_000, 0.5, 15_000],
  ['a longer one after a quarter of its estimate', 4 * minute, 0.5, 2 * minute],
  ['a very long one after 10 min', 60 * minute, 0.5, 10 * minute],
])('%s is offered again', (_which, movedAt, progress, after) => {
  expect(reofferAt(1_000, { startedAt: 0, movedAt, progress, milliUnits: 1 }, times)).toBe(1_000 + after);
});
