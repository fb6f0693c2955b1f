import type { TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedLease, endedMade } from './endedAttempt.ts';
import { settleTask } from './settleTask.ts';

/** Ends a task with its job, and the attempts at it. */
export async function cancelTask(world: World, task: TaskDocument): Promise<void> {
  const ending = { state: 'CANCELLED', reasonCode: 'JOB_ENDED', reason: 'The job ended.' } as const;
  const { lease, made, check } = task;
  const ended = [
    ...(lease ? [endedLease(task, lease, ending, world.clock.now())] : []),
    ...(made ? [endedMade(made, false, ending)] : []),
    ...(check ? [endedMade(check, true, ending)] : []),
  ];
  const cancelled = await changeTask(world, task, 'CANCELLED', {
    $unset: { lease: 1, made: 1, check: 1, checkSince: 1, dueAt: 1 },
    ...(ended.length && { $push: { ended: { $each: ended } } }),
  });
  if (cancelled && ended.length) await settleTask(world, cancelled);
}
