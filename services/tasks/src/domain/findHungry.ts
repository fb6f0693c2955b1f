import type { JobDocument } from '../model/job.ts';
import { limits } from './limits.ts';
import type { World } from './world.ts';

/** A job that may have tasks for a worker. */
export type Candidate = Pick<
  JobDocument,
  '_id' | 'creatorId' | 'state' | 'bid' | 'createdAt' | 'failures' | 'offers'
>;

/** The jobs among which a task is sought: a bounded number of those that pay best. */
export async function findHungry({ jobs }: World): Promise<Candidate[]> {
  return jobs
    .find({ hungry: true }, { creatorId: 1, state: 1, bid: 1, createdAt: 1, failures: 1, offers: 1 })
    .sort({ bid: -1, createdAt: 1 })
    .limit(limits.candidateJobs)
    .lean();
}
