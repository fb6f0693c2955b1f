import { expect, test } from 'vitest';
import { upscalePrice } from './price.ts';

test('milli-units times bid over 3,600,000, and the fee on top', () => {
  const prices = { upscaleMilliUnitsPerMegapixel: 400, defaultBid: '500000', feeBasisPoints: 1_000 };
  expect(upscalePrice(prices, 16)).toBe(888n + 88n);
  expect(upscalePrice(prices, 0)).toBe(0n);
});
