import type { JobDocument } from '../model/job.ts';
import type { TaskDocument } from '../model/task.ts';
import { expectedEnd } from './pace.ts';
import { taskProgress } from './taskProgress.ts';
import type { World } from './world.ts';

/**
 * Work units done in jobs that are at work, each task's times its progress, by job. Tasks alone are asked: one that has just
 * been proven is not in its job's sum yet, and would be missing for a moment.
 */
export async function unitsDone({ tasks }: World, jobIds: readonly string[]): Promise<Map<string, number>> {
  const begun = await tasks
    .find(
      { jobId: { $in: jobIds }, state: { $in: ['RUNNING', 'REPORTED', 'CHECKING', 'VERIFIED'] } },
      { jobId: 1, state: 1, milliUnits: 1, progress: 1 },
    )
    .lean<Pick<TaskDocument, 'jobId' | 'state' | 'milliUnits' | 'progress'>[]>();
  const units = new Map<string, number>();
  for (const task of begun)
    units.set(task.jobId, (units.get(task.jobId) ?? 0) + task.milliUnits * taskProgress(task));
  return units;
}

/** Share of a job's work done, 0 to 1; `milliUnitsDone` is of one at work. */
export function jobProgress(job: JobDocument, milliUnitsDone: number): number {
  const done = job.state === 'RUNNING' ? milliUnitsDone : job.verifiedMilliUnits;
  return Math.min(1, done / job.milliUnits);
}

/** When a job should be done, from its pace since its first task was leased; null while unknown. */
export function jobExpectedAt(job: JobDocument, milliUnitsDone: number, now: number): Date | null {
  if (job.state !== 'RUNNING' || !job.startedAt) return null;
  const end = expectedEnd(job.startedAt.getTime(), now, jobProgress(job, milliUnitsDone));
  return end === undefined ? null : new Date(end);
}
