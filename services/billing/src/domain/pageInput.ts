import { z } from 'zod';

/** Which page of a list is wanted. */
export const pageInput = z.object({
  first: z.int().min(1, 'must be 1 to 100').max(100, 'must be 1 to 100'),
  after: z.string().nullish(),
});

export type PageInput = z.input<typeof pageInput>;
