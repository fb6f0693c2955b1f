import type { Clock } from '@pictor/kit';
import { z } from 'zod';

const oldestMs = 366 * 24 * 3_600_000;

/**
 * When an agent measured something, by its own clock. What that clock cannot have seen – it lies ahead of ours, or more than
 * a year back – is taken as of now: nothing is lost to a clock that is wrong.
 */
export const measuredTime = (clock: Clock) =>
  z.date().transform((at) => {
    const agoMs = clock.now() - at.getTime();
    return agoMs >= 0 && agoMs <= oldestMs ? at : new Date(clock.now());
  });
