import { z } from 'zod';
import { minerKinds } from './MinerProgram.ts';

/** How an agent mines, for whoever asks on its machine. What is not read is null. */
export const miningStatusSchema = z.object({
  /** Whether the owner has switched it on. */
  on: z.boolean(),
  /** Why no GPU mines, in a sentence; null where each speaks for itself. */
  why: z.string().nullable(),
  /** The miner program that was chosen; null where none. */
  program: z.object({ path: z.string(), kind: z.enum(minerKinds), name: z.string() }).nullable(),
  /** Each GPU by its slot. */
  gpus: z.array(
    z.object({
      slot: z.int(),
      uuid: z.string(),
      name: z.string(),
      state: z.enum(['RESTING', 'STARTING', 'MINING', 'WAITING', 'GAVE_UP']),
      /** Why it does not mine, in a sentence; null where it does. */
      why: z.string().nullable(),
      /** Since when it is in that state, as an ISO text; null from the beginning. */
      since: z.string().nullable(),
      hashesPerSecond: z.number().nullable(),
      /** Shares since the miner was started. */
      accepted: z.number().nullable(),
      rejected: z.number().nullable(),
      powerWatts: z.number().nullable(),
      /** When the miner was last asked; null before. */
      readAt: z.string().nullable(),
    }),
  ),
});

export type MiningStatus = z.infer<typeof miningStatusSchema>;
