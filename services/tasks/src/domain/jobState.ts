/** How far a job is; the words of the contract. */
export type JobState =
  'FUNDING' | 'REFUSED' | 'QUEUED' | 'RUNNING' | 'ASSEMBLING' | 'DONE' | 'FAILED' | 'CANCELLED';

/** Which state may follow which. */
const followers: Readonly<Record<JobState, readonly JobState[]>> = {
  FUNDING: ['QUEUED', 'REFUSED', 'FAILED', 'CANCELLED'],
  QUEUED: ['RUNNING', 'FAILED', 'CANCELLED'],
  RUNNING: ['ASSEMBLING', 'FAILED', 'CANCELLED'],
  ASSEMBLING: ['DONE', 'FAILED', 'CANCELLED'],
  REFUSED: [],
  DONE: [],
  FAILED: [],
  CANCELLED: [],
};

export const jobStates = Object.keys(followers) as readonly JobState[];

/** Whether a job may go from one state to another. */
export const jobMayGo = (from: JobState, to: JobState): boolean => followers[from].includes(to);

/** Whether nothing follows this state. */
export const jobIsOver = (state: JobState): boolean => followers[state].length === 0;

/** The states in which a job is not finished. */
export const openJobStates = jobStates.filter((state) => !jobIsOver(state));

/** The states from which a job may go to this one. */
export const jobStatesBefore = (to: JobState): JobState[] => jobStates.filter((from) => jobMayGo(from, to));
