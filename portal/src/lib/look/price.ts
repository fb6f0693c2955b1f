import { micros } from './money.ts';

/** What work is worth, as the API states it. */
export interface Prices {
  upscaleMilliUnitsPerMegapixel: number;
  defaultBid: string;
  feeBasisPoints: number;
}

const bidUnits = 3_600_000n;

/** What upscaling to so many output megapixels costs at the default bid, fee included, in micro-dollars. */
export function upscalePrice(prices: Prices, outputMegapixels: number): bigint {
  const milliUnits = BigInt(Math.ceil(outputMegapixels * prices.upscaleMilliUnitsPerMegapixel));
  const reward = (milliUnits * micros(prices.defaultBid)) / bidUnits;
  return reward + (reward * BigInt(prices.feeBasisPoints)) / 10_000n;
}
