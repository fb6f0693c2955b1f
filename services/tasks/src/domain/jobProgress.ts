import type { JobDocument } from '../model/job.ts';
import type { TaskDocument } from '../model/task.ts';
import { expectedEnd } from './pace.ts';
import { taskProgress } from './taskProgress.ts';
import type { World } from './world.ts';

/** Work units under way in jobs that have tasks at work, each task's times its progress, by job. */
export async function unitsUnderWay(
  { tasks }: World,
  jobIds: readonly string[],
): Promise<Map<string, number>> {
  const underWay = await tasks
    .find(
      { jobId: { $in: jobIds }, state: { $in: ['RUNNING', 'REPORTED', 'CHECKING'] } },
      { jobId: 1, state: 1, milliUnits: 1, progress: 1 },
    )
    .lean<Pick<TaskDocument, 'jobId' | 'state' | 'milliUnits' | 'progress'>[]>();
  const units = new Map<string, number>();
  for (const task of underWay)
    units.set(task.jobId, (units.get(task.jobId) ?? 0) + task.milliUnits * taskProgress(task));
  return units;
}

/** Share of a job's work done, 0 to 1. */
export function jobProgress(job: JobDocument, milliUnitsUnderWay: number): number {
  const underWay = job.state === 'RUNNING' ? milliUnitsUnderWay : 0;
  return Math.min(1, (job.verifiedMilliUnits + underWay) / job.milliUnits);
}

/** When a job should be done, from its pace since its first task was leased; null while unknown. */
export function jobExpectedAt(job: JobDocument, milliUnitsUnderWay: number, now: number): Date | null {
  if (job.state !== 'RUNNING' || !job.startedAt) return null;
  const end = expectedEnd(job.startedAt.getTime(), now, jobProgress(job, milliUnitsUnderWay));
  return end === undefined ? null : new Date(end);
}
