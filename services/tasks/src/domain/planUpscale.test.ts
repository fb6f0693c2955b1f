import { expect, test } from 'vitest';
import { planUpscale } from './planUpscale.ts';
import { milliUnitsOf, priceOf } from './pricing.ts';
import { testPrices } from '../test/testPrices.ts';

test('work units are rounded up, and a task is worth one at least', () => {
  expect(milliUnitsOf(4_000_000, testPrices)).toBe(1_600);
  expect(milliUnitsOf(2_000_001, testPrices)).toBe(801);
  expect(milliUnitsOf(1, testPrices)).toBe(360);
  expect(priceOf(360, 10_000n, 0).reward).toBe(1n);
});

test('the reward is rounded down, and so is the fee on it', () => {
  expect(priceOf(93, 500_000n, 1_000)).toEqual({ reward: 12n, fee: 1n });
  expect(priceOf(3_600_000, 500_000n, 1_000)).toEqual({ reward: 500_000n, fee: 50_000n });
});

test('a job costs what its tasks cost, rounded for each', () => {
  const plan = planUpscale({ width: 1_280, height: 720 }, 2, testPrices, 500_000n);
  expect(plan).toMatchObject({ milliUnits: 4 * 369, reward: 4n * 51n, fee: 4n * 5n });
  expect(plan.bands).toHaveLength(4);
});
