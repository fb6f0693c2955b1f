import { DomainError, requireActor, type Listener } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { AttemptDocument } from '../model/attempt.ts';
import type { JobDocument } from '../model/job.ts';
import { findJob } from './findJobs.ts';
import { findWorkers } from './findWorkers.ts';
import { requireAgent, requireCreator, type Asker } from './whoAsks.ts';
import type { World } from './world.ts';

/** Each change of the asker's jobs, or of one of them. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND. */
export async function watchJobs(
  world: World,
  asker: Asker,
  jobId: string | null | undefined,
): Promise<Listener<EventMap['job.changed']>> {
  const creatorId = requireCreator(asker);
  if (!jobId) return world.events.listen('job.changed', { creatorId });
  if (!(await findJob(world, asker, jobId))) throw new DomainError('NOT_FOUND', 'You have no such job.');
  return world.events.listen('job.changed', { jobId, creatorId });
}

/** Each change of attempts by the asker's workers, or by one of them. Errors: UNAUTHENTICATED, NOT_FOUND. */
export async function watchAttempts(
  world: World,
  asker: Asker,
  workerId: string | null | undefined,
): Promise<Listener<EventMap['attempt.changed']>> {
  const actor = requireActor(asker);
  if (!workerId && !actor.workerId) return world.events.listen('attempt.changed', { providerId: actor.id });
  const id = workerId ?? actor.workerId!;
  if (!(await findWorkers(world, asker, [id])).has(id))
    throw new DomainError('NOT_FOUND', 'You have no such worker.');
  return world.events.listen('attempt.changed', { workerId: id });
}

/** Hints for the calling agent that a task may be waiting. Errors: UNAUTHENTICATED, FORBIDDEN. */
export function watchWork(world: World, asker: Asker): Listener<EventMap['work.available']> {
  const { workerId } = requireAgent(asker);
  return world.events.listen('work.available', { workerId });
}

/** The job of a change, as it is now. */
export async function changedJob(
  { jobs }: World,
  { jobId, creatorId }: EventMap['job.changed'],
): Promise<{ job: JobDocument }> {
  const job = await jobs.findOne({ _id: jobId, creatorId }).lean();
  if (!job) throw new DomainError('NOT_FOUND', 'The job is gone.');
  return { job };
}

/** The attempt of a change, as it is now. */
export async function changedAttempt(
  { attempts }: World,
  { attemptId, workerId }: EventMap['attempt.changed'],
): Promise<{ attempt: AttemptDocument }> {
  const attempt = await attempts.findOne({ _id: attemptId, workerId }).lean();
  if (!attempt) throw new DomainError('NOT_FOUND', 'The attempt is gone.');
  return { attempt };
}
