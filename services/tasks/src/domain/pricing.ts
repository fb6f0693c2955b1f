import { leastBid } from '@pictor/schema/bid';

/** What work is worth; the same for every service. */
export interface Prices {
  /** Work units of one output megapixel of upscaling, in milli-units. */
  readonly upscaleMilliUnitsPerMegapixel: number;
  /** Work units of one sample of one megapixel of rendering, in milli-units. */
  readonly renderMilliUnitsPerMegasample: number;
  /** Work units of each frame on top, in milli-units. */
  readonly renderMilliUnitsPerFrame: number;
  /** For 3,600 work units, in micro-USD. */
  readonly defaultBidMicroUsd: bigint;
  /** The fee on top of the reward, in hundredths of a per cent. */
  readonly feeBasisPoints: number;
  /** Whether no reference GPU has been measured yet. */
  readonly assumed: boolean;
}

/** What one task pays and costs, in micro-USD. */
export interface TaskPrice {
  readonly reward: bigint;
  readonly fee: bigint;
}

const milliUnitsPerBid = 3_600_000n;
const basisPoints = 10_000n;

/**
 * Work units of a task at least, in milli-units: so many that nobody works for nothing, since they pay a micro-dollar at the
 * least bid. Fetching and sending a task takes that third of a second anyway.
 */
export const leastMilliUnits = Number(milliUnitsPerBid / leastBid);

/** Work units of a task that makes this many pixels, in milli-units. */
export function milliUnitsOf(outputPixels: number, prices: Prices): number {
  return Math.max(leastMilliUnits, Math.ceil((outputPixels * prices.upscaleMilliUnitsPerMegapixel) / 1e6));
}

/** Work units of one frame of so many pixels and samples, in milli-units. */
export function milliUnitsOfFrame(pixels: number, samples: number, prices: Prices): number {
  const megasamples = (pixels * samples) / 1e6;
  return Math.ceil(megasamples * prices.renderMilliUnitsPerMegasample) + prices.renderMilliUnitsPerFrame;
}

/** What a task pays at a bid, and the fee on top of it. */
export function priceOf(milliUnits: number, bid: bigint, feeBasisPoints: number): TaskPrice {
  const reward = (BigInt(milliUnits) * bid) / milliUnitsPerBid;
  return { reward, fee: (reward * BigInt(feeBasisPoints)) / basisPoints };
}
