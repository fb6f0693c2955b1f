import { expect, test } from 'vitest';
import { bidText, readBid } from './bidText.ts';

test.each([
  ['0.42', '420000'],
  [' $1.5 ', '1500000'],
  ['0.01', '10000'],
  ['100', '100000000'],
])('%j is a bid, and is written again as one', (text, bid) => {
  expect(readBid(text)).toEqual({ bid });
  expect(readBid(bidText(bid))).toEqual({ bid });
});

test.each(['', 'x', '-1', '1,5', '0.0000001'])('%j is no amount', (text) => {
  expect(readBid(text).problem).toMatch(/such as/);
});

test.each(['0', '0.009', '100.01', '999'])('%j is out of bounds', (text) => {
  expect(readBid(text).problem).toMatch(/From 0.01/);
});
