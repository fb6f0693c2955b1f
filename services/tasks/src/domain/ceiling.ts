import { z } from 'zod';
import type { Prices } from './pricing.ts';

/** What a creator may pay at most for 3,600 work units, in micro-USD: from a cent to 100 dollars, as workers may ask. */
const least = 10_000n;
const most = 100_000_000n;
const bounds = `A bid is from ${least} to ${most} micro-dollars.`;

/** A job's ceiling as it is given. */
export const ceilingSchema = z.bigint().min(least, bounds).max(most, bounds).nullish();

/** A job's ceiling: the default bid where none is given. */
export function ceilingOf(given: z.output<typeof ceilingSchema>, prices: Prices): bigint {
  return given ?? prices.defaultBidMicroUsd;
}
