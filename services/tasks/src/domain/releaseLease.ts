import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedLease } from './endedAttempt.ts';
import type { LeasedTask } from './heldLease.ts';
import { settleTask } from './settleTask.ts';

/** Ends the lease of a worker that was deleted; its task goes to others. */
export async function releaseLease(world: World, task: LeasedTask): Promise<void> {
  const now = world.clock.now();
  const ending = {
    state: 'CANCELLED',
    reasonCode: 'WORKER_DELETED',
    reason: 'The worker was deleted.',
  } as const;
  const { check } = task.lease;
  const released = await changeTask(world, task, check ? 'CHECKING' : 'QUEUED', {
    $set: { progress: 0, ...(check && { checkSince: new Date(now) }) },
    $unset: { lease: 1, dueAt: 1 },
    $push: { ended: endedLease(task, task.lease, ending, now) },
  });
  if (released) await settleTask(world, released);
}
