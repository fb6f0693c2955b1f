import type { FailureDocument } from '../model/job.ts';
import type { TaskDocument } from '../model/task.ts';
import { hasFailed } from './blocklist.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedLease } from './endedAttempt.ts';
import type { LeasedTask } from './leasedTask.ts';
import { attemptIdOf } from './ids.ts';
import { limits } from './limits.ts';
import { settleTask } from './settleTask.ts';

/**
 * Ends an attempt that failed, or whose work was refused before it ended; whether the task is tried again is decided
 * here. False when the lease was lost.
 */
export async function failAttempt(
  world: World,
  task: LeasedTask,
  why: { state?: 'FAILED' | 'REFUSED'; reasonCode: string; reason: string },
): Promise<boolean> {
  const now = world.clock.now();
  const ended = endedLease(task, task.lease, { state: 'FAILED', ...why }, now);
  const failed = task.lease.check
    ? await changeTask(world, task, 'CHECKING', {
        $set: { checkSince: new Date(now + world.times.recheckAfter) },
        $unset: { lease: 1, dueAt: 1 },
        $push: { ended },
      })
    : await changeTask(world, task, ...afterFailure(world, task, task.lease.workerId, ended));
  if (failed) await settleTask(world, failed);
  return failed !== undefined;
}

/** Where a task goes after a worker failed it, and the change of it. */
export function afterFailure(
  { clock, times }: World,
  task: TaskDocument,
  workerId: string,
  ...ended: NonNullable<TaskDocument['ended']>
) {
  const now = clock.now();
  const attemptId = ended[0]?.attemptId ?? attemptIdOf(task._id, task.attempts);
  const failure: FailureDocument = { attemptId, workerId, at: new Date(now) };
  const given = hasFailed([...(task.failures ?? []), failure], now, times.forgiveAfter);
  const state = given || task.attempts >= limits.attemptsPerTask ? 'FAILED' : 'QUEUED';
  const update = {
    $set: { progress: 0 },
    $unset: { lease: 1, made: 1, check: 1, dueAt: 1 },
    $push: { ended: { $each: ended }, failures: failure },
  } as const;
  return [state, update] as const;
}
