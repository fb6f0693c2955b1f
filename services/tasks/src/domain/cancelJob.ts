import { DomainError } from '@pictor/kit';
import type { JobDocument } from '../model/job.ts';
import type { World } from './world.ts';
import { moveJob } from './moveJob.ts';
import { requireCreator, type Asker } from './whoAsks.ts';

/** Ends a job of the caller. Again, it returns the cancelled job. Errors: NOT_FOUND, JOB_FINISHED. */
export async function cancelJob(world: World, asker: Asker, jobId: string): Promise<JobDocument> {
  const creatorId = requireCreator(asker);
  const job = await world.jobs.findOne({ _id: jobId, creatorId }).lean();
  if (!job) throw new DomainError('NOT_FOUND', 'You have no such job.');
  const closing = { $set: { step: 'CLOSE', stepTries: 0 }, $unset: { hungry: 1 } } as const;
  const cancelled = await moveJob(world, jobId, 'CANCELLED', closing);
  if (cancelled) world.kick.job(jobId);
  const now = cancelled ?? (await world.jobs.findById(jobId).lean());
  if (now?.state === 'CANCELLED') return now;
  throw new DomainError('JOB_FINISHED', 'The job is finished already.');
}
