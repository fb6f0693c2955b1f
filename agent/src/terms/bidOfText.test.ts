import { expect, test } from 'vitest';
import { bidOfText } from './bidOfText.ts';

test.each([
  ['0.42', '420000'],
  ['$0.42', '420000'],
  [' 1 ', '1000000'],
  ['0.01', '10000'],
  ['100', '100000000'],
  ['100.000000', '100000000'],
  ['0.123456', '123456'],
])('%j is a bid of %s micro-dollars', (text, microUsd) => {
  expect(bidOfText(text)).toBe(microUsd);
});

test.each(['', '0', '0.009999', '100.000001', '-1', '.5', '1,5', '0.1234567', '1e2', 'off', '999'])(
  '%j is no bid',
  (text) => {
    expect(bidOfText(text)).toBeUndefined();
  },
);
