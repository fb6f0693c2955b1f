import type { Clock } from '../clock.ts';

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now: number;
  /** How far each reading of `monotonic` moves the clock, so that long work takes long. */
  readonly #perReading: number;

  constructor(now: number, perReading = 0) {
    this.#now = now;
    this.#perReading = perReading;
  }

  wall(): number {
    return this.#now;
  }

  monotonic(): number {
    this.#now += this.#perReading;
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
