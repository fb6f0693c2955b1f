import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { AttemptDocument } from '../model/attempt.ts';
import type { World } from './world.ts';
import { failAttempt } from './failAttempt.ts';
import { findHeld, leaseLost } from './heldLease.ts';
import type { LeasedTask } from './leasedTask.ts';
import { leaseClaimSchema } from './leaseClaimSchema.ts';
import { limits } from './limits.ts';
import { countAgainst } from './rememberFailure.ts';
import { releaseLease } from './releaseLease.ts';
import { requireAgent, type Asker } from './whoAsks.ts';

const inputSchema = leaseClaimSchema.extend({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'A code is of capital letters, digits and _, 64 at most.'),
  reason: z.string().max(500),
});

/** With this code an agent gives a task back because its owner stopped it, which says nothing about either. */
const stopped = { state: 'CANCELLED', reasonCode: 'AGENT_STOPPED' } as const;

/**
 * Reports that an attempt failed, or by the code AGENT_STOPPED that it was given back. Again, it returns the same
 * attempt. Errors: LEASE_LOST.
 */
export async function failTask(world: World, asker: Asker, given: unknown): Promise<AttemptDocument> {
  const agent = requireAgent(asker);
  const { attemptId, token, code: reasonCode, reason } = parseInput(inputSchema, given);
  const task = await findHeld(world, agent, { attemptId, token });
  if (task) {
    const isGivenBack = reasonCode === stopped.reasonCode;
    if (isGivenBack) await spareOthers(world, task, attemptId);
    await (isGivenBack ? releaseLease : failAttempt)(world, task, { reasonCode, reason });
  }
  const { workerId } = agent;
  const ended = { _id: attemptId, workerId, $or: [{ state: 'FAILED' }, stopped] };
  const attempt = await world.attempts.findOne(ended).lean();
  if (!attempt) throw leaseLost();
  return attempt;
}

/**
 * A worker that gives the same task back again and again is not blamed, and yet not offered the job for a while: it would
 * use up all attempts at the task.
 */
async function spareOthers(world: World, { _id: taskId, jobId, lease }: LeasedTask, attemptId: string) {
  const { workerId, check } = lease;
  if (check) return;
  const given = await world.attempts.countDocuments({ taskId, workerId, ...stopped });
  if (given < limits.stopsOfWorker) return;
  await countAgainst(world, jobId, { attemptId, workerId, at: new Date(world.clock.now()) });
}
