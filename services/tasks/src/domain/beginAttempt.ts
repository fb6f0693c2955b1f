import type { World } from './world.ts';
import { workerDeleted } from './deleteWorker.ts';
import type { LeasedTask } from './leasedTask.ts';
import { attemptIdOf } from './ids.ts';
import { releaseLease } from './releaseLease.ts';
import { workAt } from './workAt.ts';
import { settleTask } from './settleTask.ts';

/**
 * Does what follows from a lease; undefined when the worker was deleted meanwhile, whose lease ends at once. Doing it
 * again does no harm.
 */
export async function beginAttempt(world: World, task: LeasedTask): Promise<LeasedTask | undefined> {
  const { workerId, providerId } = task.lease;
  const [record] = await Promise.all([
    world.gathered.records.run({ workerId, providerId }),
    world.gathered.begun.run(task),
    task.ended?.length ? settleTask(world, task) : undefined,
  ]);
  if (record.deletedAt) {
    await releaseLease(world, task, workerDeleted);
    return undefined;
  }
  if (record.work === 'IDLE') await world.gathered.busy.run({ record, work: workAt[task.kind] });
  const attemptId = attemptIdOf(task._id, task.attempts);
  world.changes.attempt({ attemptId, taskId: task._id, workerId, providerId });
  world.changes.job(task.jobId, task.creatorId);
  return task;
}
