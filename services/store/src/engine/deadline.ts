import type { Clock } from './clock.ts';
import { CommandError } from './errors.ts';

/** The end of the time that an operation was given with `maxTimeMS`. */
export class Deadline {
  readonly #clock: Clock;
  readonly #at: number;

  /** @param milliseconds 0 or undefined: no limit */
  constructor(clock: Clock, milliseconds: number | undefined) {
    this.#clock = clock;
    this.#at = milliseconds ? clock.monotonic() + milliseconds : Infinity;
  }

  /** @throws CommandError (50, MaxTimeMSExpired) when it is past */
  check(): void {
    if (this.#at !== Infinity && this.#clock.monotonic() > this.#at) {
      throw new CommandError(50, 'operation exceeded time limit');
    }
  }
}
