import { expect, test } from 'vitest';
import { agrees, framesAgree, isPlausible } from './verdict.ts';

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

test.each([
  ['the same', 99, 99, 0, true],
  ['the worst of honest renders', 54.8, 48.1, -0.03, true],
  ['honest, where both are denoised', 44.9, 41.3, 0.01, true],
  ['half the samples', 67.5, 55.5, 0.33, false],
  ['half the resolution', 46.9, 37.1, -0.66, false],
  ['3 % brighter', 38.2, 35.3, 0.01, false],
  ['shifted by a pixel', 41.4, 36.4, 0.01, false],
  ['the next frame', 33.2, 22.4, 0, false],
  ['black', 5.3, 3, -0.98, false],
])('frames agree: %s', (_what, db, worstTileDb, extraNoise, expected) => {
  expect(framesAgree({ db, worstTileDb, extraNoise })).toBe(expected);
});
