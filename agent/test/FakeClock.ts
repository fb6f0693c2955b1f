import type { Clock } from '../src/clock.ts';

/** A clock that stands still until a test moves it; timers fire while it is moved, in their order. */
export class FakeClock implements Clock {
  #now = Date.parse('2026-01-01T00:00:00Z');
  #elapsed = 5_000;
  readonly #timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#elapsed + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Sets the time of day so many milliseconds on, or back: no time passes by that. */
  set(ms: number): void {
    this.#now += ms;
  }

  /** Moves on and fires what is due. */
  advance(ms: number): void {
    const end = this.#elapsed + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#pass(Math.max(0, due.at - this.#elapsed));
      due.run();
    }
    // What fired may have moved it on itself.
    this.#pass(Math.max(0, end - this.#elapsed));
  }

  #pass(ms: number): void {
    this.#elapsed += ms;
    this.#now += ms;
  }
}
