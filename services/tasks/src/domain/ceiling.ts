import { parseInput } from '@pictor/kit';
import { bidBounds, leastBid, mostBid } from '@pictor/schema/bid';
import { z } from 'zod';
import type { Prices } from './pricing.ts';

/** A job's ceiling as it is given, in micro-USD. */
export const ceilingSchema = z.bigint().min(leastBid, bidBounds).max(mostBid, bidBounds).nullish();

/** A job's ceiling: the default bid where none is given. */
export function ceilingOf(given: z.output<typeof ceilingSchema>, prices: Prices): bigint {
  return given ?? prices.defaultBidMicroUsd;
}

/** The same of what is asked about. Errors: INVALID_INPUT. */
export function readCeiling(bid: unknown, prices: Prices): bigint {
  return ceilingOf(parseInput(z.object({ bid: ceilingSchema }), { bid }).bid, prices);
}
