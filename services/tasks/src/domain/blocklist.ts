import { limits } from './limits.ts';

/** That a worker's attempt failed or its result was refused. */
interface Failure {
  readonly attemptId: string;
  readonly workerId: string;
  readonly at: Date;
}

type Failures = readonly Failure[] | undefined;

const recent = (failures: Failures, now: number, forgiveAfter: number): readonly Failure[] =>
  (failures ?? []).filter(({ at }) => now - at.getTime() < forgiveAfter);

/** Whether a worker has failed so often on a job that it is not offered that job now. */
export function isBlocked(failures: Failures, workerId: string, now: number, forgiveAfter: number): boolean {
  const own = recent(failures, now, forgiveAfter).filter((failure) => failure.workerId === workerId);
  return own.length >= limits.failuresOfWorker;
}

/** Whether so many workers have failed a task that nobody else need try. */
export function hasFailed(failures: Failures, now: number, forgiveAfter: number): boolean {
  const workers = new Set(recent(failures, now, forgiveAfter).map(({ workerId }) => workerId));
  return workers.size >= limits.workersFailingTask;
}
