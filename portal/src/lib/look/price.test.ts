import { expect, test } from 'vitest';
import { framePrice, upscalePrice } from './price.ts';

const prices = {
  upscaleMilliUnitsPerMegapixel: 400,
  renderMilliUnitsPerMegasample: 20,
  renderMilliUnitsPerFrame: 1_000,
  defaultBid: '500000',
  feeBasisPoints: 1_000,
};

test('milli-units times bid over 3,600,000, and the fee on top', () => {
  expect(upscalePrice(prices, 16)).toBe(888n + 88n);
  expect(upscalePrice(prices, 0)).toBe(0n);
});

test('a frame costs its samples, and what each frame takes on top', () => {
  expect(framePrice(prices, 2, 64)).toBe(494n + 49n);
  expect(framePrice(prices, 0, 0)).toBe(138n + 13n);
});
