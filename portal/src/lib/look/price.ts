import { micros } from './money.ts';

/** What work is worth, as the API states it. */
export interface Prices {
  upscaleMilliUnitsPerMegapixel: number;
  renderMilliUnitsPerMegasample: number;
  renderMilliUnitsPerFrame: number;
  defaultBid: string;
  feeBasisPoints: number;
}

const bidUnits = 3_600_000n;

/** What upscaling to so many output megapixels costs at the default bid, fee included, in micro-dollars. */
export function upscalePrice(prices: Prices, outputMegapixels: number): bigint {
  return priceOf(prices, outputMegapixels * prices.upscaleMilliUnitsPerMegapixel);
}

/** What rendering a frame of so many megapixels and samples costs at the default bid, fee included, in micro-dollars. */
export function framePrice(prices: Prices, megapixels: number, samples: number): bigint {
  const work = megapixels * samples * prices.renderMilliUnitsPerMegasample;
  return priceOf(prices, work + prices.renderMilliUnitsPerFrame);
}

function priceOf(prices: Prices, work: number): bigint {
  const milliUnits = BigInt(Math.ceil(work));
  const reward = (milliUnits * micros(prices.defaultBid)) / bidUnits;
  return reward + (reward * BigInt(prices.feeBasisPoints)) / 10_000n;
}
