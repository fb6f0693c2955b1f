import type { Clock } from '@pictor/kit';
import { z } from 'zod';

/** Clocks of agents may be so far ahead. */
const mostAheadMs = 5 * 60_000;
const oldestMs = 366 * 24 * 3_600_000;

/** When an agent measured something, by its own clock: at most a year ago, and not to come. */
export const measuredTime = (clock: Clock) =>
  z
    .date()
    .refine((at) => at.getTime() <= clock.now() + mostAheadMs, 'must not lie ahead')
    .refine((at) => at.getTime() >= clock.now() - oldestMs, 'must not be older than a year');
