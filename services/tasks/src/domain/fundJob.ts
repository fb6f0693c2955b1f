import { journaled } from '@pictor/store';
import type { World } from './world.ts';
import { moveJob } from './moveJob.ts';
import { offerTasks } from './offerTasks.ts';

/** That a job's price is reserved: its tasks are offered. Hearing it again does no harm. */
export async function fundJob(world: World, jobId: string): Promise<void> {
  const { jobs, tasks, clock } = world;
  await moveJob(world, jobId, 'QUEUED', { $set: { hungry: true } });
  if (!(await jobs.exists({ _id: jobId, state: { $in: ['QUEUED', 'RUNNING'] } }))) return;
  const { modifiedCount } = await tasks.updateMany(
    { jobId, state: 'WAITING' },
    { $set: { state: 'QUEUED', updatedAt: new Date(clock.now()) } },
    { writeConcern: journaled },
  );
  if (modifiedCount) await offerTasks(world, jobId, modifiedCount);
}

const reasons: Readonly<Record<string, string>> = {
  INSUFFICIENT_FUNDS: 'The balance does not cover what the job may cost; pay in and submit it again.',
};

/** That a job's price could not be reserved. Hearing it again does no harm. */
export async function refuseJob(world: World, jobId: string, code: string): Promise<void> {
  const reason = reasons[code] ?? 'What the job may cost could not be reserved.';
  await moveJob(world, jobId, 'REFUSED', { $set: { reasonCode: code, reason, step: 'CLOSE', stepTries: 0 } });
  world.kick.job(jobId);
}
