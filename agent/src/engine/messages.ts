import { z } from 'zod';
import { errorCodes } from './EngineError.ts';
import type { ModelOptions } from './loadModel.ts';
import { previewSchema } from './preview.ts';
import type { CutJob, UpscaleJob } from './UpscaleJob.ts';

/** What an engine's process is started for, as its one argument in JSON. */
export interface ProcessOrder extends ModelOptions {
  /** Niceness of the process: 0 is normal, 19 the lowest priority. */
  readonly priority: number;
}

/** What an engine tells its process to do. */
export type EngineRequest =
  | { readonly type: 'run'; readonly job: UpscaleJob }
  /** Cut the rows out of what another program has enlarged. */
  | { readonly type: 'cut'; readonly job: CutJob }
  /** Write the test picture there. */
  | { readonly type: 'draw'; readonly output: string }
  /** Judge what another program has made of the test picture. */
  | { readonly type: 'judge'; readonly made: string };

const size = z.int().min(1).max(65_536);
const count = z.int().min(0).max(1_000_000);

/**
 * What an engine's process answers. It is silent for no longer than the work on one tile takes. A picture may have taken the
 * process over, so its answers are read as a stranger's.
 */
export const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), name: z.string().max(200) }),
  z.object({
    type: z.literal('progress'),
    done: count,
    total: count.min(1),
    preview: previewSchema.optional(),
  }),
  z.object({ type: z.literal('done'), width: size, height: size }),
  z.object({ type: z.literal('drawn') }),
  z.object({ type: z.literal('judged'), passes: z.boolean(), sentence: z.string().max(500) }),
  z.object({ type: z.literal('failed'), code: z.enum(errorCodes), message: z.string().max(2_000) }),
]);

export type EngineReply = z.infer<typeof replySchema>;
