import { describe, expect, test } from 'vitest';
import { fillRates } from './fillRate.ts';

const hourMs = 3_600_000;
/** Slices of a whole number of hours, twelve an hour, each with the same slots at work in it. */
const hours = (...busy: number[]) =>
  busy.flatMap((busySlots, hour) =>
    Array.from({ length: 12 }, (_, i) => ({
      at: new Date(hour * hourMs + i * 300_000),
      bands: [{ band: 70, slots: 10, busySlots }],
    })),
  );

describe('the fill rate', () => {
  test('is that of all observations, with the emptiest and the fullest hour', () => {
    expect(fillRates(hours(1, 9, 2))).toEqual([
      { band: 70, low: 0.1, average: 0.4, high: 0.9, observations: 36, since: new Date(0) },
    ]);
  });

  test('is not known before an hour of observations with workers online', () => {
    expect(fillRates(hours(1).slice(1))).toEqual([]);
    expect(fillRates(hours(1))).toHaveLength(1);
    expect(fillRates(hours(1, 1).map(({ at }) => ({ at, bands: [] })))).toEqual([]);
  });

  test('of nothing at work is zero, because that was observed', () => {
    expect(fillRates(hours(0))).toMatchObject([{ low: 0, average: 0, high: 0 }]);
  });

  test('of a band is that of the workers in it and above', () => {
    const slices = hours(10).map(({ at, bands }) => ({
      at,
      bands: [...bands, { band: 80, slots: 10, busySlots: 2 }],
    }));
    expect(fillRates(slices)).toMatchObject([
      { band: 70, average: 0.6 },
      { band: 80, average: 0.2 },
    ]);
  });

  test('of a band that is seldom online is not known', () => {
    const slices = hours(5, 5);
    slices[3]!.bands.push({ band: 80, slots: 1, busySlots: 1 });
    expect(fillRates(slices).map(({ band }) => band)).toEqual([70]);
  });
});
