import type { TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './leasedTask.ts';
import { lifeOf, type Told } from './signsOfLife.ts';
import type { TaskState } from './taskState.ts';

/**
 * Renews a lease as it was read, by what its agent told of the attempt, if anything; one that had expired and was offered
 * again comes back to life. When it is looked at next stays as it was, so that renewing for ever hides no hung task.
 */
export async function renewLease(
  world: World,
  task: LeasedTask,
  told: Told = { progress: task.progress, signs: task.lease.signs ?? 0, stopping: false },
): Promise<LeasedTask | undefined> {
  const { clock, times } = world;
  const now = clock.now();
  const { progress, stopping } = told;
  const expiresAt = new Date(now + times.lease);
  const lease = { ...task.lease, ...lifeOf(task, told, now, times), expiresAt };
  const moved = progress > task.progress ? { progress, movedAt: new Date(now) } : {};
  const to: TaskState = task.state === 'QUEUED' ? 'RUNNING' : (task.state as TaskState);
  const dueAt = stopping ? expiresAt : (task.dueAt ?? new Date(now + times.lease + times.reofferMin));
  const renewed = await changeTask(world, task, to, {
    $set: { lease, dueAt, ...moved },
    $unset: { checkSince: 1 },
  });
  return renewed && { ...(renewed as TaskDocument), lease };
}
