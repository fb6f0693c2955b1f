/** Time, injected so that tests can set it. */
export interface Clock {
  /** Milliseconds since 1970, as the calendar has it; it may jump. */
  wall(): number;
  /** Milliseconds since some moment; it only grows. */
  monotonic(): number;
}

export const systemClock: Clock = { wall: () => Date.now(), monotonic: () => performance.now() };
