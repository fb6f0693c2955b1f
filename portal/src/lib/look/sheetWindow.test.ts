import { expect, test } from 'vitest';
import { sheetWindow } from './sheetWindow.ts';

const sheet = { width: 1272, top: 500, screen: 800, count: 10_000, aspect: 9 / 16, narrowest: 152 };

test('of 10,000 cells only those near the screen are drawn', () => {
  const { columns, rowHeight, from, to, height } = sheetWindow(sheet);
  expect(columns).toBe(8);
  expect(rowHeight).toBe(86 + 24 + 8);
  expect([from, to]).toEqual([0, 48]);
  expect(height).toBe(1250 * 118 - 8);
  const scrolled = sheetWindow({ ...sheet, top: -60_000 });
  expect(scrolled.from % columns).toBe(0);
  expect(scrolled.offset).toBe((scrolled.from / columns) * rowHeight);
  expect(scrolled.offset).toBeLessThan(60_000);
  expect(scrolled.to - scrolled.from).toBeLessThan(130);
});

test('the last row ends with the last cell, and nothing is drawn beyond it', () => {
  expect(sheetWindow({ ...sheet, count: 13 })).toMatchObject({ from: 0, to: 13 });
  expect(sheetWindow({ ...sheet, top: -9e6 })).toMatchObject({ from: 10_000, to: 10_000 });
  expect(sheetWindow({ ...sheet, width: 0, count: 0 })).toMatchObject({ columns: 1, height: 0, to: 0 });
});

test('a phone has two columns', () => {
  expect(sheetWindow({ ...sheet, width: 358 }).columns).toBe(2);
});
