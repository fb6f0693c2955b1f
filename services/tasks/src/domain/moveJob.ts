import { journaled } from '@pictor/store';
import type { UpdateQuery } from 'mongoose';
import type { JobDocument } from '../model/job.ts';
import type { World } from './world.ts';
import { jobIsOver, jobStatesBefore, type JobState } from './jobState.ts';

/**
 * The one way in which a job changes state: a single conditional update that matches the states from which it may.
 * Undefined when the job is in none of them.
 */
export async function moveJob(
  { jobs, changes, clock }: World,
  jobId: string,
  to: JobState,
  update: UpdateQuery<JobDocument> = {},
): Promise<JobDocument | undefined> {
  const now = new Date(clock.now());
  const over = jobIsOver(to) ? { finishedAt: now } : {};
  const change = { ...update, $set: { ...update.$set, ...over, state: to, updatedAt: now } };
  const moved = await jobs
    .findOneAndUpdate({ _id: jobId, state: { $in: jobStatesBefore(to) } }, change, {
      returnDocument: 'after',
      writeConcern: journaled,
    })
    .lean();
  if (!moved) return undefined;
  changes.job(jobId, moved.creatorId);
  return moved;
}
