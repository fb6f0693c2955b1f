import { DomainError, type Clock } from '@pictor/kit';

export interface RateLimit {
  /** How many may come at once. */
  burst: number;
  /** After how many milliseconds one more may come. */
  everyMs: number;
  /** How many keys are remembered; beyond that the one longest unheard of is forgotten. */
  maxKeys: number;
}

/** Counts attempts by key, in this process. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #clock: Clock;
  /** When all that came with a key will have been forgiven. */
  readonly #forgivenAt = new Map<string, number>();

  constructor(limit: RateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#forgivenAt.size;
  }

  /** Counts one attempt. Throws RATE_LIMITED, with `retryAfterSeconds`, when there were too many. */
  take(key: string): void {
    const { burst, everyMs, maxKeys } = this.#limit;
    const now = this.#clock.now();
    const forgivenAt = Math.max(now, this.#forgivenAt.get(key) ?? 0) + everyMs;
    const waitMs = forgivenAt - now - burst * everyMs;
    if (waitMs > 0) throw rateLimited(waitMs);
    this.#forgivenAt.delete(key);
    this.#forgivenAt.set(key, forgivenAt);
    if (this.#forgivenAt.size <= maxKeys) return;
    const [oldest] = this.#forgivenAt.keys();
    if (oldest !== undefined) this.#forgivenAt.delete(oldest);
  }
}

/** The refusal of one attempt too many. */
export function rateLimited(waitMs: number): DomainError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new DomainError('RATE_LIMITED', `Too many attempts; try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });
}
