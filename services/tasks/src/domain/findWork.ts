import type { JobDocument } from '../model/job.ts';
import { isBlocked } from './blocklist.ts';
import { claimTask } from './claimTask.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './heldLease.ts';
import { limits } from './limits.ts';
import { rankJobs } from './rankJobs.ts';
import type { Agent } from './whoAsks.ts';

type Candidate = Pick<JobDocument, '_id' | 'creatorId' | 'bid' | 'createdAt' | 'failures' | 'offers'>;

/** Leases the next task of the best job for a worker: first ranks a bounded set of jobs, then claims through an index. */
export async function findWork(world: World, agent: Agent, slot: number): Promise<LeasedTask | undefined> {
  for (const job of rankJobs(await candidates(world, agent), (creatorId) => world.turns.of(creatorId))) {
    const task = await claimTask(world, {
      ...{ agent, slot, bid: job.bid },
      offered: { jobId: job._id, state: 'QUEUED' },
      first: { index: 1 },
      state: 'RUNNING',
    });
    if (task) {
      world.turns.served(job.creatorId);
      return task;
    }
    await world.jobs.updateOne(
      { _id: job._id, hungry: true, offers: job.offers },
      { $set: { hungry: false } },
    );
  }
  return undefined;
}

async function candidates({ jobs, clock, times }: World, { workerId }: Agent): Promise<Candidate[]> {
  const hungry = await jobs
    .find({ hungry: true }, { creatorId: 1, bid: 1, createdAt: 1, failures: 1, offers: 1 })
    .sort({ bid: -1, createdAt: 1 })
    .limit(limits.candidateJobs)
    .lean();
  return hungry.filter(({ failures }) => !isBlocked(failures, workerId, clock.now(), times.forgiveAfter));
}
