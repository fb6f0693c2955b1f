import { z } from 'zod';

/** A line of text of at most so many characters. */
export const plainText = (most: number) =>
  z
    .string()
    .max(most, `must have at most ${most} characters`)
    .regex(/^\P{Cc}*$/u, 'must not have control characters');
