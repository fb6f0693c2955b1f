import type { Clock } from './clock.ts';

/** A clock that stands still until a test moves it. Timers fire while it is moved, in their order. */
export class FakeClock implements Clock {
  #now: number;
  #timers = new Set<{ at: number; run: () => void }>();

  constructor(now: number | string = '2026-01-01T00:00:00Z') {
    this.#now = new Date(now).getTime();
  }

  /** How many timers are waiting. */
  get timers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  advance(ms: number): void {
    this.set(this.#now + ms);
  }

  /** Moves to a moment, in milliseconds since 1970 or as text; moving back fires nothing. */
  set(moment: number | string): void {
    const end = new Date(moment).getTime();
    for (let timer = this.#first(end); timer; timer = this.#first(end)) {
      this.#timers.delete(timer);
      this.#now = Math.max(this.#now, timer.at);
      timer.run();
    }
    this.#now = end;
  }

  #first(end: number) {
    let first: { at: number; run: () => void } | undefined;
    for (const timer of this.#timers)
      if (timer.at <= end && timer.at < (first?.at ?? Infinity)) first = timer;
    return first;
  }
}
