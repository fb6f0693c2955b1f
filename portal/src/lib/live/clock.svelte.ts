import { createSubscriber } from 'svelte/reactivity';

const tick = 1_000;

/** The platform's time, so that ages are right on a computer whose clock is wrong. Read it and you are told each second. */
class PlatformClock {
  #ahead = 0;
  #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, tick);
    return () => clearInterval(timer);
  });

  /** Milliseconds since 1970, by the platform's clock. */
  get now(): number {
    this.#subscribe();
    return Date.now() + this.#ahead;
  }

  /** Sets the clock by what the platform said its time is. */
  set(now: number): void {
    this.#ahead = now - Date.now();
  }
}

/** The one clock that every age and time left is read from. */
export const platformClock = new PlatformClock();
