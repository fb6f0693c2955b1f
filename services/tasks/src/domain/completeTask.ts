import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { AttemptDocument } from '../model/attempt.ts';
import type { MadeDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import { checkResult } from './checkResult.ts';
import type { World } from './world.ts';
import { findHeld, leaseLost, type LeasedTask } from './heldLease.ts';
import { leaseClaimSchema } from './leaseClaimSchema.ts';
import { limits } from './limits.ts';
import { findReported } from './findReported.ts';
import { requireAgent, type Asker } from './whoAsks.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in lowercase hexadecimal.');
const frameSchema = z.object({ frame: z.int().min(0), sha256: sha256Schema });
const inputSchema = leaseClaimSchema.extend({
  assetId: z.string().max(80).nullish(),
  frames: z.array(frameSchema).max(limits.framesPerTask).nullish(),
  sha256: sha256Schema,
  signature: z.string().max(200),
});

/** A finished attempt. */
export type CompleteTaskInput = z.output<typeof inputSchema>;

/**
 * Reports a finished attempt. Again, it returns what became of it. Errors: LEASE_LOST, UPLOAD_INCOMPLETE,
 * DIGEST_MISMATCH, SIGNATURE_INVALID.
 */
export async function completeTask(world: World, asker: Asker, given: unknown): Promise<AttemptDocument> {
  const agent = requireAgent(asker);
  const input = parseInput(inputSchema, given);
  const held = await findHeld(world, agent, input);
  if (held) {
    await checkResult(world, agent, held, input);
    await report(world, held, input);
  }
  const reported = await findReported(world, agent, input.attemptId);
  if (!reported) throw leaseLost();
  return reported;
}

async function report(world: World, task: LeasedTask, input: CompleteTaskInput): Promise<void> {
  const now = new Date(world.clock.now());
  const { token, workerId, providerId, slot, bid, blender, startedAt, check } = task.lease;
  const { attemptId, assetId, sha256 } = input;
  const made: MadeDocument = {
    ...{
      attemptId,
      number: task.attempts,
      token,
      workerId,
      providerId,
      slot,
      ...(task.kind === 'UPSCALE' && assetId && { assetId }),
      sha256,
      bid,
      ...(blender !== undefined && { blender }),
      startedAt,
    },
    reportedAt: now,
  };
  const reported = await changeTask(world, task, 'REPORTED', {
    $set: { [check ? 'check' : 'made']: made, progress: 1, dueAt: now },
    $unset: { lease: 1, checkSince: 1 },
  });
  if (!reported) return;
  const ended = { state: 'REPORTED', progress: 1, endedAt: now };
  await world.attempts.updateOne({ _id: attemptId, state: 'RUNNING' }, { $set: ended });
  world.changes.attempt({ attemptId, taskId: task._id, workerId, providerId });
  world.changes.job(task.jobId, task.creatorId);
  world.kick.result(task._id);
}
