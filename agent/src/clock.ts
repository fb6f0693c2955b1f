/** Time as the agent sees it; tests put a clock of their own in its place. */
export interface Clock {
  /** Milliseconds since 1970, as people and other machines count them. Somebody may set it: no spans are measured by it. */
  now(): number;
  /** Milliseconds since a moment of this machine's own, by which spans are measured: nobody sets it, and it never goes back. */
  elapsed(): number;
  /** Runs `run` once, `ms` milliseconds from now, in 24 days at the latest; what it returns calls that off. */
  after(ms: number, run: () => void): () => void;
}

/** A longer timer would overflow and fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clock; on Linux, spans are counted from where the kernel, its log and logind count theirs. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => Number(process.hrtime.bigint() / 1_000n) / 1_000,
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
