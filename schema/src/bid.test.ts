import { expect, test } from 'vitest';
import { bandOf } from './bid.ts';
import { dollars } from './dollars.ts';

test('bids in one band differ by less than a fifth, and higher ones lie in higher bands', () => {
  expect(bandOf(500_000n)).toBe(bandOf(520_000n));
  expect(bandOf(600_000n)).toBeGreaterThan(bandOf(500_000n));
  expect(bandOf(1_000_000n)).toBe(bandOf(500_000n) + 4);
});

test.each([
  [0n, '$0.00'],
  ['500000', '$0.50'],
  [500_001n, '$0.500001'],
  [12_345_600n, '$12.3456'],
])('%s micro-dollars are written %s', (microUsd, written) => {
  expect(dollars(microUsd)).toBe(written);
});
