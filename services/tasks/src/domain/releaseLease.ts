import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedLease } from './endedAttempt.ts';
import type { LeasedTask } from './leasedTask.ts';
import { limits } from './limits.ts';
import { settleTask } from './settleTask.ts';
import type { TaskState } from './taskState.ts';

/** Ends a lease without blame for its worker; the task goes to others at once, unless it was tried too often. */
export async function releaseLease(
  world: World,
  task: LeasedTask,
  why: { reasonCode: string; reason: string },
): Promise<void> {
  const now = world.clock.now();
  const { check } = task.lease;
  const released = await changeTask(world, task, nextState(task), {
    $set: { progress: 0, ...(check && { checkSince: new Date(now) }) },
    $unset: { lease: 1, dueAt: 1 },
    $push: { ended: endedLease(task, task.lease, { state: 'CANCELLED', ...why }, now) },
  });
  if (released) await settleTask(world, released);
}

function nextState({ lease, attempts }: LeasedTask): TaskState {
  if (lease.check) return 'CHECKING';
  return attempts >= limits.attemptsPerTask ? 'FAILED' : 'QUEUED';
}
