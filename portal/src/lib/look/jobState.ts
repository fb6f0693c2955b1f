import type { AttemptState, JobState, TaskState } from '#lib/generated/graphql.ts';
import type { GlyphName } from './glyph.ts';

/** How a state is drawn and said. */
export interface StateLook {
  glyph: GlyphName;
  word: string;
}

const jobs: Record<JobState, StateLook> = {
  FUNDING: { glyph: 'funding', word: 'Funding' },
  REFUSED: { glyph: 'refused', word: 'Refused' },
  QUEUED: { glyph: 'queued', word: 'Queued' },
  RUNNING: { glyph: 'upscaling', word: 'Running' },
  ASSEMBLING: { glyph: 'verifying', word: 'Assembling' },
  DONE: { glyph: 'ok', word: 'Done' },
  FAILED: { glyph: 'error', word: 'Failed' },
  CANCELLED: { glyph: 'cancelled', word: 'Cancelled' },
};

const tasks: Record<TaskState, StateLook> = {
  WAITING: { glyph: 'funding', word: 'Waiting' },
  QUEUED: { glyph: 'queued', word: 'Queued' },
  RUNNING: { glyph: 'upscaling', word: 'Upscaling' },
  REPORTED: { glyph: 'verifying', word: 'Verifying' },
  CHECKING: { glyph: 'verifying', word: 'Verifying' },
  VERIFIED: { glyph: 'ok', word: 'Done' },
  FAILED: { glyph: 'error', word: 'Failed' },
  CANCELLED: { glyph: 'cancelled', word: 'Cancelled' },
};

const attempts: Record<AttemptState, StateLook> = {
  RUNNING: { glyph: 'upscaling', word: 'Upscaling' },
  REPORTED: { glyph: 'verifying', word: 'Verifying' },
  VERIFIED: { glyph: 'ok', word: 'Paid' },
  REFUSED: { glyph: 'error', word: 'Refused' },
  FAILED: { glyph: 'error', word: 'Failed' },
  LOST: { glyph: 'returned', word: 'Returned' },
  CANCELLED: { glyph: 'cancelled', word: 'Cancelled' },
};

/** All states of a job, from first to last. */
export const jobStates = Object.keys(jobs) as JobState[];

/** All states of an attempt. */
export const attemptStates = Object.keys(attempts) as AttemptState[];

/** Glyph and word of a job's state. */
export const jobLook = (state: JobState): StateLook => jobs[state];

/** Glyph and word of a task's state. */
export const taskLook = (state: TaskState): StateLook => tasks[state];

/** Glyph and word of an attempt's state. */
export const attemptLook = (state: AttemptState): StateLook => attempts[state];

/** Whether a job still moves. */
export function isUnderWay(state: JobState): boolean {
  return state === 'FUNDING' || state === 'QUEUED' || state === 'RUNNING' || state === 'ASSEMBLING';
}
