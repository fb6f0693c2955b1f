import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { AttemptDocument } from '../model/attempt.ts';
import type { World } from './world.ts';
import { failAttempt } from './failAttempt.ts';
import { findHeld, leaseLost } from './heldLease.ts';
import { leaseClaimSchema } from './leaseClaimSchema.ts';
import { requireAgent, type Asker } from './whoAsks.ts';

const inputSchema = leaseClaimSchema.extend({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'A code is of capital letters, digits and _, 64 at most.'),
  reason: z.string().max(500),
});

/** Reports that an attempt failed. Again, it returns the failed attempt. Errors: LEASE_LOST. */
export async function failTask(world: World, asker: Asker, given: unknown): Promise<AttemptDocument> {
  const agent = requireAgent(asker);
  const { attemptId, token, code, reason } = parseInput(inputSchema, given);
  const task = await findHeld(world, agent, { attemptId, token });
  if (task) await failAttempt(world, task, { reasonCode: code, reason });
  const { workerId } = agent;
  const attempt = await world.attempts.findOne({ _id: attemptId, workerId, state: 'FAILED' }).lean();
  if (!attempt) throw leaseLost();
  return attempt;
}
