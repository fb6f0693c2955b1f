import type { EndedDocument, LeaseDocument, MadeDocument, TaskDocument } from '../model/task.ts';
import { attemptIdOf } from './ids.ts';

/** How an attempt ended. */
export interface Ending {
  readonly state: 'VERIFIED' | 'REFUSED' | 'FAILED' | 'LOST' | 'CANCELLED';
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly checked?: boolean;
  readonly agreementDb?: number;
}

/** The end of the attempt that holds the task's lease. */
export function endedLease(
  task: TaskDocument,
  lease: LeaseDocument,
  ending: Ending,
  now: number,
): EndedDocument {
  const { workerId, providerId, slot, check, bid, startedAt } = lease;
  return {
    attemptId: attemptIdOf(task._id, task.attempts),
    number: task.attempts,
    ...{ workerId, providerId, slot, check, bid, startedAt },
    endedAt: new Date(now),
    progress: task.progress,
    ...ending,
  };
}

/** The end of an attempt that had reported a result. */
export function endedMade(made: MadeDocument, check: boolean, ending: Ending): EndedDocument {
  const { attemptId, number, workerId, providerId, slot, bid, startedAt, reportedAt } = made;
  return {
    ...{ attemptId, number, workerId, providerId, slot, check, bid, startedAt },
    endedAt: reportedAt,
    progress: 1,
    ...ending,
  };
}
