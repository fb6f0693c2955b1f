import type { Clock } from '@pictor/kit';

const everyMs = 1_000;

/** Tells of a worker at most once a second: what changes meanwhile is in the next telling, which is absolute. */
export class Tellings {
  readonly #tell: (id: string) => unknown;
  readonly #clock: Clock;
  readonly #quiet = new Map<string, { again: boolean; cancel: () => void }>();

  constructor(tell: (id: string) => unknown, clock: Clock) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** Tells now, or as soon as a second has passed since the last time. */
  tell(id: string): void {
    const quiet = this.#quiet.get(id);
    if (quiet) return void (quiet.again = true);
    this.#tell(id);
    this.#quiet.set(id, { again: false, cancel: this.#clock.after(everyMs, () => this.#wake(id)) });
  }

  /** Calls off what waits; it is told after the next start. */
  stop(): void {
    for (const { cancel } of this.#quiet.values()) cancel();
    this.#quiet.clear();
  }

  #wake(id: string) {
    const quiet = this.#quiet.get(id);
    this.#quiet.delete(id);
    if (quiet?.again) this.tell(id);
  }
}
