import { expect, test } from 'vitest';
import { agrees, isPlausible } from './verdict.ts';

test.each([
  ['an honest result', 52, 52, true],
  ['the worst of honest results', 23.1, 23.1, true],
  ['noise', 13.3, 13.3, false],
  ['one black tile', 30, 6, false],
])('plausible: %s', (_what, db, worstTileDb, expected) => {
  expect(isPlausible({ db, worstTileDb })).toBe(expected);
});

test.each([
  ['the same', 99, 99, true],
  ['last bits', 58, 51, true],
  ['bicubic', 38.5, 35.1, false],
  ['one tile made up', 47, 30, false],
])('agreeing: %s', (_what, db, worstTileDb, expected) => {
  expect(agrees({ db, worstTileDb })).toBe(expected);
});
