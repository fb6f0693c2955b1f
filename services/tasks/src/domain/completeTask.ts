import { parseInput } from '@pictor/kit';
import type { AttemptDocument } from '../model/attempt.ts';
import type { MadeDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import { checkResult } from './checkResult.ts';
import { completeTaskSchema, type CompleteTaskInput } from './completeTaskInput.ts';
import type { World } from './world.ts';
import { findHeld, leaseLost } from './heldLease.ts';
import type { LeasedTask } from './leasedTask.ts';
import { findReported } from './findReported.ts';
import { requireAgent, type Asker } from './whoAsks.ts';

/**
 * Reports a finished attempt. Again, it returns what became of it. Errors: LEASE_LOST, UPLOAD_INCOMPLETE,
 * DIGEST_MISMATCH, SIGNATURE_INVALID.
 */
export async function completeTask(world: World, asker: Asker, given: unknown): Promise<AttemptDocument> {
  const agent = requireAgent(asker);
  const input = parseInput(completeTaskSchema, given);
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
