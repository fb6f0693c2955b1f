import { expect, test } from 'vitest';
import { checkChance, wantsCheck } from './trust.ts';
import { seededRandom } from '../test/seededRandom.ts';

test('results are always re-run until ten in a row were valid, then one in so many', () => {
  expect([0, 9, 10, 100].map(checkChance)).toEqual([1, 1, 0.1, 0.01]);
  expect(wantsCheck(9, () => 0.999_999)).toBe(true);
  expect(wantsCheck(10, () => 0.1)).toBe(false);
  expect(wantsCheck(10, () => 0.099)).toBe(true);
});

test('over many results the share of re-runs is the chance', () => {
  const random = seededRandom(1);
  const checks = Array.from({ length: 20_000 }, () => wantsCheck(20, random)).filter(Boolean).length;
  expect(checks / 20_000).toBeCloseTo(1 / 20, 2);
});
