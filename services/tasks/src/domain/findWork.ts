import { isBlocked } from './blocklist.ts';
import { claimTask } from './claimTask.ts';
import { findHungry, type Candidate } from './findHungry.ts';
import { limits } from './limits.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './leasedTask.ts';
import { moveJob } from './moveJob.ts';
import { rankJobs } from './rankJobs.ts';
import { blenderOf, canDo } from './engines.ts';
import type { Seeker } from './seeker.ts';

/**
 * Leases the next task of the best of these jobs for a worker, at the worker's bid. Where so many of them are not for it –
 * it failed too often on them, or they were found for others – that they may hide some that are, looks again without those.
 */
export async function findWork(
  world: World,
  hungry: readonly Candidate[],
  seeker: Seeker,
  leftOut: readonly string[] = [],
): Promise<LeasedTask | undefined> {
  const { open = [], closed = [] } = Object.groupBy(hungry, (job) =>
    isOpen(world, job, seeker) ? 'open' : 'closed',
  );
  const task = await claimFirst(world, open, seeker);
  if (task || closed.length < limits.candidateJobs) return task;
  const passed = [...leftOut, ...closed.map(({ _id }) => _id)];
  return findWork(world, await findHungry(world, [seeker], passed), seeker, passed);
}

/** Whether a worker may have tasks of a job: it can do them, is paid what it asks, and has not failed too often on it. */
function isOpen(
  { clock, times }: World,
  { kind, render, bid: ceiling, failures }: Candidate,
  { agent, engines, bid }: Seeker,
): boolean {
  const isAble = canDo(engines, { kind, sceneVersion: render?.sceneVersion });
  return isAble && bid <= ceiling && !isBlocked(failures, agent.workerId, clock.now(), times.forgiveAfter);
}

/** Ranks the jobs, then claims the next task of the best that has one through an index. */
async function claimFirst(
  world: World,
  jobs: readonly Candidate[],
  { agent, slot, engines, bid }: Seeker,
): Promise<LeasedTask | undefined> {
  for (const job of rankJobs(jobs, (creatorId) => world.turns.of(creatorId))) {
    const task = await claimTask(world, {
      ...{ agent, slot, bid },
      blender: job.kind === 'RENDER' ? blenderOf(engines) : undefined,
      offered: { jobId: job._id, state: 'QUEUED' },
      first: { index: 1 },
      state: 'RUNNING',
    });
    if (task) {
      world.turns.served(job.creatorId);
      await startJob(world, job);
      return task;
    }
    await world.jobs.updateOne(
      { _id: job._id, hungry: true, offers: job.offers },
      { $set: { hungry: false } },
    );
  }
  return undefined;
}

/** Only a job's first lease finds it QUEUED. */
async function startJob(world: World, { _id, state }: Candidate): Promise<void> {
  const startedAt = new Date(world.clock.now());
  if (state === 'QUEUED') await moveJob(world, _id, 'RUNNING', { $set: { startedAt } });
}
