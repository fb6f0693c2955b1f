import { advanceJob } from './advanceJob.ts';
import type { World } from './world.ts';
import { countAttempt } from './countAttempt.ts';
import { discardFrames } from './discardFrames.ts';
import { failJob } from './failJob.ts';
import { offerTasks } from './offerTasks.ts';
import { rememberFailure } from './rememberFailure.ts';
import { recordEnd } from './recordAttempt.ts';
import type { TaskDocument } from '../model/task.ts';
import { vainTries } from './vainTries.ts';

/**
 * Does what follows from the attempts of a task that have ended: their documents, their workers' records, the job.
 * The task remembers them until all of it is done, so that it may be done again after a crash.
 */
export async function settleTask(world: World, task: TaskDocument): Promise<void> {
  const ended = task.ended ?? [];
  for (const attempt of ended) {
    await recordEnd(world, task, attempt);
    if (!attempt.check) await rememberFailure(world, task, attempt);
    await countAttempt(world, attempt);
    await discardFrames(world, task, attempt);
  }
  await followUp(world, task);
  const attemptIds = ended.map(({ attemptId }) => attemptId);
  await world.tasks.updateOne({ _id: task._id }, { $pull: { ended: { attemptId: { $in: attemptIds } } } });
  for (const { attemptId, workerId, providerId } of ended)
    world.changes.attempt({ attemptId, taskId: task._id, workerId, providerId });
  world.changes.job(task.jobId, task.creatorId);
}

/** Takes up what a crash has left unsettled. */
export async function settleTasks(world: World, max: number): Promise<void> {
  const unsettled = await world.tasks
    .find({ 'ended.attemptId': { $exists: true } })
    .limit(max)
    .lean();
  for (const task of unsettled) await settleTask(world, task);
}

async function followUp(world: World, task: TaskDocument): Promise<void> {
  const { jobId, state } = task;
  if (state === 'QUEUED') await offerTasks(world, jobId, 1);
  else if (state === 'CHECKING') world.waiting.wakeChecker(task);
  else if (state === 'VERIFIED') await advanceJob(world, jobId);
  else if (state === 'FAILED') await failJob(world, jobId, 'TASK_FAILED', await vainTries(world, task));
}
