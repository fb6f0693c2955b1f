import { expect, test } from 'vitest';
import { newcomers } from './newcomers.ts';

test('is new once, and what was known is not', () => {
  const isNew = newcomers(['a']);
  expect(['a', 'b', 'b', 'c', 'a'].map(isNew)).toEqual([false, true, false, true, false]);
});

test('forgets the oldest, not the latest', () => {
  const isNew = newcomers([]);
  for (let count = 0; count < 10_001; count++) isNew(`id ${count}`);
  expect(isNew('id 10000')).toBe(false);
  expect(isNew('id 0')).toBe(true);
});
