import { setImmediate } from 'node:timers/promises';
import type { Deadline } from '../engine/deadline.ts';
import { PAUSE } from '../engine/scan.ts';
import type { Pause } from '../engine/scan.ts';

/** A read that has worked this long lets others have a turn. */
const TURN_MS = 10;

/** The turn of one read among all that this process serves. */
export class Turn {
  readonly #deadline: Deadline;
  #began = performance.now();

  constructor(deadline: Deadline) {
    this.#deadline = deadline;
  }

  /** Called at each pause of a read. @throws CommandError (50) when its time is up */
  async pause(): Promise<void> {
    this.#deadline.check();
    if (performance.now() - this.#began < TURN_MS) return;
    await setImmediate();
    this.#began = performance.now();
  }

  /** Runs a read to its end. */
  async finish<T>(read: Generator<Pause, T>): Promise<T> {
    for (;;) {
      const step = read.next();
      if (step.done === true) return step.value;
      await this.pause();
    }
  }
}

/** What a read inside a write's transaction finds: it has all the time to its deadline in one turn. */
export function* unpaused<T>(read: Iterable<T | Pause>, deadline: Deadline): Generator<T> {
  for (const item of read) {
    if (item === PAUSE) deadline.check();
    else yield item;
  }
}
