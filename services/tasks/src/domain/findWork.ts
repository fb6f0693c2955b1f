import { isBlocked } from './blocklist.ts';
import { claimTask } from './claimTask.ts';
import type { Candidate } from './findHungry.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './heldLease.ts';
import { moveJob } from './moveJob.ts';
import { rankJobs } from './rankJobs.ts';
import { blenderOf, canDo, type Engines } from './engines.ts';
import type { Agent } from './whoAsks.ts';

/** A slot of a worker that asks for a task. */
export interface Seeker {
  readonly agent: Agent;
  readonly slot: number;
  readonly engines: Engines;
  /** What its worker asks for 3,600 work units, in micro-USD. */
  readonly bid: bigint;
}

/**
 * Leases the next task of the best of these jobs for a worker, at the worker's bid: first ranks those that pay as much,
 * then claims through an index.
 */
export async function findWork(
  world: World,
  hungry: readonly Candidate[],
  { agent, slot, engines, bid }: Seeker,
): Promise<LeasedTask | undefined> {
  const able = hungry.filter(
    ({ kind, render, bid: ceiling }) =>
      bid <= ceiling && canDo(engines, { kind, sceneVersion: render?.sceneVersion }),
  );
  for (const job of rankJobs(able, (creatorId) => world.turns.of(creatorId))) {
    if (isBlocked(job.failures, agent.workerId, world.clock.now(), world.times.forgiveAfter)) continue;
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
