import { expect, test } from 'vitest';
import { dayColumns } from './dayColumns.ts';

const now = Date.parse('2026-11-23T00:00:01Z');

test('days without earnings are zero, the last column is today, the unit is round', () => {
  const { days, unit, rows } = dayColumns(
    [
      { day: '2026-11-23', amount: '1200000' },
      { day: '2026-11-21', amount: '29100000' },
      { day: '2026-09-01', amount: '900000000' },
    ],
    4,
    now,
  );
  expect(days).toEqual([
    { day: '2026-11-20', amount: 0n },
    { day: '2026-11-21', amount: 29_100_000n },
    { day: '2026-11-22', amount: 0n },
    { day: '2026-11-23', amount: 1_200_000n },
  ]);
  expect(unit).toBe(5_000_000n);
  expect(rows).toBe(6);
});

test('amounts below a cent still fill a cell, and nothing at all is one empty row', () => {
  expect(dayColumns([{ day: '2026-11-23', amount: '222' }], 1, now)).toMatchObject({ unit: 1_000n, rows: 1 });
  expect(dayColumns([], 30, now).rows).toBe(1);
});
