import type { Clock } from '../clock.ts';
import type { Provider } from './Provider.ts';

/** A way to upscale: what computes, and the owner's own network; null for the platform's. */
export interface Way {
  readonly provider: Provider;
  readonly modelPath: string | null;
}

/** A way that failed is not tried again for this long. */
const RETRY_MS = 3_600_000;

/** Ways to upscale that failed lately, so that none is tried again and again. */
export class FailedWays {
  readonly #clock: Clock;
  readonly #failures = new Map<string, { readonly why: string; readonly until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes note that a way failed, and of why in a sentence. */
  add(way: Way, why: string): void {
    this.#failures.set(keyOf(way), { why, until: this.#clock.elapsed() + RETRY_MS });
  }

  /** Why a way failed lately; undefined when it did not. */
  whyNot(way: Way): string | undefined {
    const failure = this.#failures.get(keyOf(way));
    return failure && this.#clock.elapsed() < failure.until ? failure.why : undefined;
  }

  /** When the first of them may be tried again, by `Clock.elapsed`; Infinity where none failed lately. */
  until(): number {
    const times = [...this.#failures.values()].map(({ until }) => until);
    return Math.min(Infinity, ...times.filter((until) => until > this.#clock.elapsed()));
  }

  /** Forgets them all: something else may work now. */
  clear(): void {
    this.#failures.clear();
  }
}

/** The way that is left where all others fail. */
export function isLast({ provider, modelPath }: Way): boolean {
  return provider.name === 'cpu' && modelPath === null;
}

function keyOf({ provider, modelPath }: Way): string {
  return `${provider.name} ${modelPath ?? ''}`;
}
