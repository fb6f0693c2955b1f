import { milliUnitsOf, priceOf, type Prices } from './pricing.ts';
import { splitBands, type Band } from './splitBands.ts';

/** What an upscale job consists of and costs at most. */
export interface UpscalePlan {
  readonly bands: readonly (Band & { readonly milliUnits: number })[];
  readonly milliUnits: number;
  /** What workers get at most, in micro-USD. */
  readonly reward: bigint;
  /** The platform's fee on top, in micro-USD. */
  readonly fee: bigint;
}

/** Plans the upscaling of a picture of this size, in pixels, at a bid in micro-USD. */
export function planUpscale(
  { width, height }: { width: number; height: number },
  factor: number,
  prices: Prices,
  bid: bigint,
): UpscalePlan {
  const bands = splitBands(width, height, factor).map((band) => ({
    ...band,
    milliUnits: milliUnitsOf(width * band.height * factor ** 2, prices),
  }));
  const costs = bands.map((band) => priceOf(band.milliUnits, bid, prices.feeBasisPoints));
  return {
    bands,
    milliUnits: bands.reduce((sum, band) => sum + band.milliUnits, 0),
    reward: costs.reduce((sum, { reward }) => sum + reward, 0n),
    fee: costs.reduce((sum, { fee }) => sum + fee, 0n),
  };
}
