import { leastBid, mostBid } from '@pictor/schema/bid';
import { micros, written } from './money.ts';

/** What was typed as a bid in dollars: its micro-dollars as the API takes them, or what is wrong with it. */
export type ReadBid = { bid: string; problem?: undefined } | { bid?: undefined; problem: string };

/** Reads a bid in dollars for 3,600 work units. */
export function readBid(text: string): ReadBid {
  const match = /^\$?(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return { problem: 'An amount in dollars, such as 0.42.' };
  const [, dollars = '', fraction = ''] = match;
  const bid = BigInt(dollars) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  if (bid < leastBid || bid > mostBid) return { problem: 'From 0.01 to 100 dollars.' };
  return { bid: String(bid) };
}

/** A bid as it is typed: dollars, cents, and what there is below them. */
export function bidText(microUsd: string | bigint): string {
  const { dollars, cents, micros: rest } = written(micros(microUsd));
  return `${dollars}.${cents}${rest.replace(/0+$/, '')}`;
}
