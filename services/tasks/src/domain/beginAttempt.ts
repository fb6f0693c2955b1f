import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import { attemptIdOf } from './ids.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './heldLease.ts';
import { moveJob } from './moveJob.ts';
import { noteHeard } from './noteHeard.ts';
import { recordAttempt } from './recordAttempt.ts';
import { releaseLease } from './releaseLease.ts';
import { settleTask } from './settleTask.ts';
import { tellWork } from './tellWork.ts';
import type { Agent } from './whoAsks.ts';

/** Does what follows from a new lease; undefined when the worker was deleted meanwhile, whose lease ends at once. */
export async function beginAttempt(
  world: World,
  agent: Agent,
  task: LeasedTask,
): Promise<LeasedTask | undefined> {
  const attemptId = attemptIdOf(task._id, task.attempts);
  const { workerId, providerId, slot, check, bid, startedAt } = task.lease;
  const facts = { number: task.attempts, workerId, providerId, slot, check, bid, startedAt };
  const [record] = await Promise.all([
    recordOf(world, agent),
    recordAttempt(world, task, { attemptId, ...facts }),
    check ? undefined : startJob(world, task),
    task.ended?.length ? settleTask(world, task) : undefined,
  ]);
  if (record?.deletedAt) {
    await releaseLease(world, task);
    return undefined;
  }
  if (record?.work === 'IDLE') await tellWork(world, record, 'UPSCALING');
  world.changes.attempt({ attemptId, taskId: task._id, workerId, providerId });
  world.changes.job(task.jobId, task.creatorId);
  return task;
}

/** A worker's record is nearly always there, and then a lease does not write it. */
async function recordOf(world: World, agent: Agent): Promise<WorkerRecordDocument | null> {
  return (await world.workers.findById(agent.workerId).lean()) ?? noteHeard(world, agent);
}

/** Only a job's first lease finds it QUEUED. */
async function startJob(world: World, { jobId }: LeasedTask): Promise<void> {
  const startedAt = new Date(world.clock.now());
  if (await world.jobs.exists({ _id: jobId, state: 'QUEUED' }))
    await moveJob(world, jobId, 'RUNNING', { $set: { startedAt } });
}
