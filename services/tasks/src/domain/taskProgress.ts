import type { TaskDocument } from '../model/task.ts';
import { expectedEnd } from './pace.ts';

const reported: readonly string[] = ['REPORTED', 'CHECKING', 'VERIFIED'];

/** Share of a task's current attempt done, 0 to 1; a re-run does not set it back. */
export function taskProgress({ state, progress }: Pick<TaskDocument, 'state' | 'progress'>): number {
  if (reported.includes(state)) return 1;
  return state === 'RUNNING' ? progress : 0;
}

/** When the current attempt should be done, from its pace so far; null while unknown. */
export function taskExpectedAt({ state, lease, movedAt, progress }: TaskDocument): Date | null {
  if (state !== 'RUNNING' || !lease || !movedAt) return null;
  const end = expectedEnd(lease.startedAt.getTime(), movedAt.getTime(), progress);
  return end === undefined ? null : new Date(end);
}
