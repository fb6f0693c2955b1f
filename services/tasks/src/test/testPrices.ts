import type { Prices } from '../domain/pricing.ts';

export const testPrices: Prices = {
  upscaleMilliUnitsPerMegapixel: 400,
  renderMilliUnitsPerMegasample: 50,
  renderMilliUnitsPerFrame: 1_000,
  defaultBidMicroUsd: 500_000n,
  feeBasisPoints: 1_000,
  assumed: true,
};
