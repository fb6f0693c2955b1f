import type { AttemptState, JobKind, JobState, TaskState } from '#lib/generated/graphql.ts';
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

const tasks: Record<Exclude<TaskState, 'RUNNING'>, StateLook> = {
  WAITING: { glyph: 'funding', word: 'Waiting' },
  QUEUED: { glyph: 'queued', word: 'Queued' },
  REPORTED: { glyph: 'verifying', word: 'Verifying' },
  CHECKING: { glyph: 'verifying', word: 'Verifying' },
  VERIFIED: { glyph: 'ok', word: 'Done' },
  FAILED: { glyph: 'error', word: 'Failed' },
  CANCELLED: { glyph: 'cancelled', word: 'Cancelled' },
};

const attempts: Record<Exclude<AttemptState, 'RUNNING'>, StateLook> = {
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
export const attemptStates: AttemptState[] = ['RUNNING', ...(Object.keys(attempts) as AttemptState[])];

/** What is at work looks like what it does. */
const works: Record<JobKind, StateLook> = {
  UPSCALE: { glyph: 'upscaling', word: 'Upscaling' },
  RENDER: { glyph: 'rendering', word: 'Rendering' },
};

/** Glyph and word of a job's state. */
export const jobLook = (state: JobState, kind: JobKind = 'UPSCALE'): StateLook =>
  state === 'RUNNING' ? { ...jobs[state], glyph: works[kind].glyph } : jobs[state];

/** Glyph and word of a task's state. */
export const taskLook = (state: TaskState, kind: JobKind): StateLook =>
  state === 'RUNNING' ? works[kind] : tasks[state];

/** Glyph and word of an attempt's state; without a kind, of attempts of all kinds. */
export const attemptLook = (state: AttemptState, kind?: JobKind): StateLook =>
  state === 'RUNNING' ? (kind ? works[kind] : jobs.RUNNING) : attempts[state];

/** Whether a job still moves. */
export function isUnderWay(state: JobState): boolean {
  return state === 'FUNDING' || state === 'QUEUED' || state === 'RUNNING' || state === 'ASSEMBLING';
}
