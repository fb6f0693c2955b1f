import { createHash } from 'node:crypto';
import type { AttemptDocument } from '../model/attempt.ts';
import type { TaskDocument } from '../model/task.ts';
import type { WorkerView } from './findWorkers.ts';
import type { Asker } from './whoAsks.ts';

/** Share of an attempt done, 0 to 1: while it runs, its task knows. */
export function attemptProgress(attempt: AttemptDocument, task: TaskDocument | null): number {
  const runs = attempt.state === 'RUNNING' && task?.lease && task.attempts === attempt.number;
  return runs ? task.progress : attempt.progress;
}

/** Seconds under lease so far. */
export function attemptSeconds({ startedAt, endedAt }: AttemptDocument, now: number): number {
  return Math.max(0, (endedAt?.getTime() ?? now) - startedAt.getTime()) / 1_000;
}

/** What creators see in a worker's place: the same for each of its attempts, leading nowhere. */
export function workerAlias({ check, workerId }: AttemptDocument): string {
  if (check) return 'Checker';
  return `Worker ${createHash('sha256').update(workerId).digest('hex').slice(0, 6).toUpperCase()}`;
}

/** The worker behind an attempt; null for anyone but its provider and itself. */
export function workerOf({ workerId, providerId }: AttemptDocument, { actor }: Asker): WorkerView | null {
  const own =
    actor?.workerId === workerId || (actor?.accountId !== undefined && actor.accountId === providerId);
  return own ? { id: workerId } : null;
}
