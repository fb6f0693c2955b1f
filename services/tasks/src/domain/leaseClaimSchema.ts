import { z } from 'zod';

/** How an agent says which lease it speaks of. */
export const leaseClaimSchema = z.object({
  attemptId: z.string().min(1).max(80),
  token: z.string().min(1).max(80),
});
