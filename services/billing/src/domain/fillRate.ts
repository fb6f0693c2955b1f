import type { BandDocument, BandFillDocument, MarketSliceDocument } from '../model/marketSlice.ts';

/** Fewer observations of workers say nothing: an hour's. */
const leastObservations = 12;
const hourMs = 3_600_000;

interface Share {
  slots: number;
  busySlots: number;
}

/**
 * Which share of online slots was at work in these slices, oldest first: for each band of bids that occurs, of the workers
 * in it and above, because a worker that asks as much is leased what they are leased. The shares of the emptiest and the
 * fullest hour are of hours by the clock, UTC.
 */
export function fillRates(slices: readonly Pick<MarketSliceDocument, 'at' | 'bands'>[]): BandFillDocument[] {
  const bands = [...new Set(slices.flatMap((slice) => slice.bands.map(({ band }) => band)))];
  return bands.toSorted((a, b) => a - b).flatMap((band) => fillFrom(band, slices) ?? []);
}

function fillFrom(
  band: number,
  slices: readonly Pick<MarketSliceDocument, 'at' | 'bands'>[],
): BandFillDocument | undefined {
  const total: Share = { slots: 0, busySlots: 0 };
  const hours = new Map<number, Share>();
  let observations = 0;
  let since: Date | undefined;
  for (const { at, bands } of slices) {
    const share = shareFrom(band, bands);
    if (!share.slots) continue;
    observations++;
    since ??= at;
    const hour = Math.floor(at.getTime() / hourMs);
    add(total, share);
    hours.set(hour, add(hours.get(hour) ?? { slots: 0, busySlots: 0 }, share));
  }
  if (!since || observations < leastObservations) return undefined;
  const byHour = [...hours.values()].map(rateOf);
  return {
    band,
    low: Math.min(...byHour),
    average: rateOf(total),
    high: Math.max(...byHour),
    observations,
    since,
  };
}

function shareFrom(least: number, bands: readonly BandDocument[]): Share {
  const share: Share = { slots: 0, busySlots: 0 };
  for (const each of bands) if (each.band >= least) add(share, each);
  return share;
}

function add(sum: Share, { slots, busySlots }: Share): Share {
  sum.slots += slots;
  sum.busySlots += busySlots;
  return sum;
}

function rateOf({ slots, busySlots }: Share): number {
  return busySlots / slots;
}
