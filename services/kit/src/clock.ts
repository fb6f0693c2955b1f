/** Time as the services see it; tests put a clock of their own in its place. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `run` once, `ms` milliseconds from now; what it returns calls that off. */
  after(ms: number, run: () => void): () => void;
}

/** setTimeout fires at once when asked for more than this. */
const longestTimerMs = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    let timer: NodeJS.Timeout;
    const wait = (left: number) => {
      timer =
        left > longestTimerMs
          ? setTimeout(() => wait(left - longestTimerMs), longestTimerMs)
          : setTimeout(run, left);
    };
    wait(Math.max(0, ms));
    return () => clearTimeout(timer);
  },
};
