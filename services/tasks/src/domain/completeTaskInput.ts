import { z } from 'zod';
import { leaseClaimSchema } from './leaseClaimSchema.ts';
import { limits } from './limits.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in lowercase hexadecimal.');
const frameSchema = z.object({ frame: z.int().min(0), sha256: sha256Schema });
/** What an agent says of a finished attempt. */
export const completeTaskSchema = leaseClaimSchema.extend({
  assetId: z.string().max(80).nullish(),
  frames: z.array(frameSchema).max(limits.framesPerTask).nullish(),
  sha256: sha256Schema,
  signature: z.string().max(200),
});

/** A finished attempt. */
export type CompleteTaskInput = z.output<typeof completeTaskSchema>;
