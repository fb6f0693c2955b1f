import { describe, expect, test } from 'vitest';
import { cellPaths, countedCells, extent, filledHeight, progressCells, roundUnit } from './cells.ts';

const grid = { size: 10, gap: 2, columns: 4 };

describe('cellPaths', () => {
  test('a partly filled cell is filled from the bottom, over an empty one', () => {
    const paths = cellPaths([{ share: 0.3, ink: 'now' }], grid);
    expect(paths.get('now')).toBe('M0 7h10v3h-10z');
    expect(paths.get('empty')).toBe('M0 0h10v10h-10z');
  });

  test('a full cell hides its empty one, a missing cell draws nothing, rows break at the columns', () => {
    const paths = cellPaths([{ share: 1 }, { share: null }, { share: 1 }, { share: 1 }, { share: 1 }], grid);
    expect(paths.get('empty')).toBeUndefined();
    expect(paths.get('work')).toBe('M0 0h10v10h-10zM24 0h10v10h-10zM36 0h10v10h-10zM0 12h10v10h-10z');
  });

  test('refuses to draw without bound', () => {
    expect(() => cellPaths(Array(20_001).fill({ share: 1 }), grid)).toThrow(RangeError);
  });
});

test('something is never shown as nothing, and nothing never as something', () => {
  expect(filledHeight(0.001, 10)).toBe(1);
  expect(filledHeight(0, 10)).toBe(0);
  expect(filledHeight(Number.NaN, 10)).toBe(0);
  expect(filledHeight(7, 10)).toBe(10);
});

test('progress adds up: full cells, one being filled, empty ones', () => {
  for (const [share, full] of [
    [0, 0],
    [0.05, 0],
    [0.55, 5],
    [0.999, 9],
    [1, 10],
    [3, 10],
  ] as const) {
    const cells = progressCells(share, 10);
    expect(cells).toHaveLength(10);
    expect(cells.filter((cell) => cell.share === 1 && !cell.ink)).toHaveLength(full);
    expect(cells.filter((cell) => cell.ink === 'now')).toHaveLength(share > 0 && share < 1 ? 1 : 0);
  }
});

test('counted cells add up to their amount', () => {
  const sum = countedCells(421_688, 10_000).reduce((total, cell) => total + (cell.share ?? 0), 0);
  expect(sum).toBeCloseTo(42.1688);
  expect(countedCells(0, 10)).toHaveLength(0);
});

test('a unit is round and leaves at most so many cells', () => {
  expect(roundUnit(9, 10)).toBe(1);
  expect(roundUnit(11, 10)).toBe(2);
  expect(roundUnit(4_300, 100)).toBe(50);
});

test('cells side by side have gaps between them only', () => {
  expect(extent(8, { size: 4, gap: 2 })).toBe(46);
  expect(extent(0, { size: 4, gap: 2 })).toBe(0);
});
