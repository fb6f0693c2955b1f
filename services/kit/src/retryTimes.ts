import type { Clock } from './clock.ts';

const firstRetryMs = 1_000;
const lastRetryMs = 60_000;
const maxRemembered = 10_000;

/** When what failed is tried again: after 1 s, then twice as long each time, up to 60 s, for ever. */
export class RetryTimes {
  readonly #clock: Clock;
  readonly #failures = new Map<string, { waitMs: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  due(key: string): boolean {
    return (this.#failures.get(key)?.at ?? 0) <= this.#clock.now();
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  /** Milliseconds until it is due again. What is forgotten, as there are too many, is tried again sooner. */
  failed(key: string): number {
    const before = this.#failures.get(key)?.waitMs;
    const waitMs = before ? Math.min(before * 2, lastRetryMs) : firstRetryMs;
    this.#failures.set(key, { waitMs, at: this.#clock.now() + waitMs });
    if (this.#failures.size > maxRemembered) {
      const [oldest] = this.#failures.keys();
      if (oldest !== undefined) this.#failures.delete(oldest);
    }
    return waitMs;
  }
}
