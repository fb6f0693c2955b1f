/** Nothing is taken for hung before this, in milliseconds. */
const LEAST_MS = 10 * 60_000;
/** A step may take this many times as long as it is expected to. */
const PATIENCE = 5;
/** A step is taken to be a hundredth of the work. */
const STEPS = 100;
/** However alive it seems, an attempt has at most this long, or this many times what the reference GPU takes. */
const LONGEST_MS = 24 * 3_600_000;
const LONGEST_TIMES = 100;

/** How an attempt stands: moments by one clock and times in milliseconds, without the time in which it was not heard from. */
export interface Standing {
  /** When it began. */
  readonly since: number;
  /** When it last gave a sign of life: progress, a word of its engine, a piece of a file that went or came. */
  readonly aliveAt: number;
  /** Share done, 0 to 1. */
  readonly progress: number;
  /** What the reference GPU takes for all of it: its milli-units. */
  readonly referenceMs: number;
}

/**
 * The one rule by which work counts as hung, for the agent that does it and for the platform that waits for it: without a
 * sign of life for max(10 min, five times its expected step), or alive for longer than any work of its size takes.
 */
export function hungAt(standing: Standing): number {
  const { since, aliveAt, referenceMs } = standing;
  const longestMs = Math.max(LONGEST_MS, LONGEST_TIMES * referenceMs);
  return Math.min(aliveAt + hungAfterMs(expectedStepMs(standing)), since + longestMs);
}

/** How long a step that is expected to take so long may go without a sign of life. Both in milliseconds. */
export function hungAfterMs(stepMs: number): number {
  return Math.max(LEAST_MS, PATIENCE * stepMs);
}

/**
 * A step is expected to take as long as its like took so far, and never longer than the reference GPU takes for all of the
 * work: one slow step must not buy the next one five times its time, and so on.
 */
function expectedStepMs({ since, aliveAt, progress, referenceMs }: Standing): number {
  const stepsDone = progress * STEPS;
  return stepsDone < 1 ? referenceMs : Math.min(referenceMs, Math.max(0, aliveAt - since) / stepsDone);
}
