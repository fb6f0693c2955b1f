/** How far a task is; the words of the contract. */
export type TaskState =
  'WAITING' | 'QUEUED' | 'RUNNING' | 'REPORTED' | 'CHECKING' | 'VERIFIED' | 'FAILED' | 'CANCELLED';

/**
 * Which state may follow which. A task whose lease expired is QUEUED with that lease still on it, and goes back to
 * RUNNING when its worker is heard from again, or straight to REPORTED when its result arrives.
 */
const followers: Readonly<Record<TaskState, readonly TaskState[]>> = {
  WAITING: ['QUEUED', 'CANCELLED'],
  QUEUED: ['RUNNING', 'REPORTED', 'FAILED', 'CANCELLED'],
  RUNNING: ['QUEUED', 'REPORTED', 'FAILED', 'CANCELLED'],
  REPORTED: ['CHECKING', 'VERIFIED', 'QUEUED', 'FAILED', 'CANCELLED'],
  CHECKING: ['REPORTED', 'CANCELLED'],
  VERIFIED: [],
  FAILED: [],
  CANCELLED: [],
};

export const taskStates = Object.keys(followers) as readonly TaskState[];

/** Whether a task may go from one state to another. */
export const taskMayGo = (from: TaskState, to: TaskState): boolean => followers[from].includes(to);

/** Whether nothing follows this state. */
export const taskIsOver = (state: TaskState): boolean => followers[state].length === 0;

/** The states in which the task still has a way to go. */
export const openTaskStates = taskStates.filter((state) => !taskIsOver(state));
