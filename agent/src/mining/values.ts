import { z } from 'zod';

const MOST_HASHES_PER_SECOND = 1e18;
const MOST_WATTS = 10_000;

const amount = (most: number) => z.number().min(0).max(most).nullable().catch(null);

/** A hashrate; null for what cannot be one. */
export const hashesPerSecond = amount(MOST_HASHES_PER_SECOND);
/** A number of shares; null for what cannot be one. */
export const shares = z.int().min(0).nullable().catch(null);
/** Power in watts; null for what cannot be that. */
export const watts = amount(MOST_WATTS);

/** The sum of what is known; null where nothing is. */
export function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
