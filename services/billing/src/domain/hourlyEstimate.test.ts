import { bandOf } from '@pictor/schema/bid';
import { describe, expect, test } from 'vitest';
import type { MarketSliceDocument } from '../model/marketSlice.ts';
import { hourlyEstimate } from './hourlyEstimate.ts';

const at = new Date('2026-01-02T00:00:00Z');
const fill = {
  band: bandOf(500_000n),
  low: 0.1,
  average: 0.4,
  high: 0.9,
  observations: 288,
  since: new Date(0),
};
const slice: MarketSliceDocument = {
  ...{ _id: at.toISOString(), at, workers: 12, slots: 12, measuredWorkers: 12, benchScore: 12_000 },
  bands: [],
  fills: [fill],
};
const half = { bid: 500_000n, benchScore: 800, slice };

describe('an estimate', () => {
  test('is bench score × bid × fill rate, as a range', () => {
    expect(hourlyEstimate(half)).toEqual({
      ...{ low: 40_000n, expected: 160_000n, high: 360_000n, reason: null },
      ...{ bid: 500_000n, benchScore: 800, fill, thin: false, asOf: at },
      method:
        'In an hour at work bench score 800 ÷ 1,000 × 3,600 work units are done, at $0.50 for 3,600 of them; ' +
        'times 40 % (10 % in the emptiest hour, 90 % in the fullest) of the time that slots of online workers asking ' +
        'this bid or more had a task in the last 24 h.',
    });
  });

  test('of a lower bid is what that would give', () => {
    expect(hourlyEstimate({ ...half, other: 250_000n })).toMatchObject({ bid: 250_000n, expected: 80_000n });
  });

  test.each([
    ['nobody asks as much', { other: 700_000n }, /asks this bid or more/],
    ['there is no bench score', { benchScore: null }, /not been measured/],
    ['the market was not observed for an hour', { slice: { ...slice, fills: [] } }, /for an hour yet/],
    ['the market was never observed', { slice: null }, /for an hour yet/],
  ])('is unknown when %s, and says so', (_, change, reason) => {
    const { low, expected, high, ...rest } = hourlyEstimate({ ...half, ...change });
    expect([low, expected, high]).toEqual([null, null, null]);
    expect(rest.reason).toMatch(reason);
  });

  test('says when few workers are online', () => {
    expect(hourlyEstimate({ ...half, slice: { ...slice, workers: 9 } }).thin).toBe(true);
  });

  test('of a bid out of bounds is refused', () => {
    expect(() => hourlyEstimate({ ...half, other: 9_999n })).toThrow('10000');
    expect(() => hourlyEstimate({ ...half, other: 100_000_001n })).toThrow('10000');
  });
});
