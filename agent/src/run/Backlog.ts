import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Reading } from '../outbox/entries.ts';
import type { KeptReadings } from '../outbox/KeptReadings.ts';
import type { ReadingsTeller } from './ReadingsTeller.ts';

export interface BacklogOptions {
  readonly kept: KeptReadings;
  readonly teller: ReadingsTeller;
  readonly clock: Clock;
  readonly log: Log;
}

/** Readings told at once: well below the platform's 500, and its megabyte a message. */
const MOST_AT_ONCE = 120;
const MOST_BYTES = 256 * 1024;
/** A day takes a minute so, and leaves the connection to everything else meanwhile. */
const PAUSE_MS = 1_000;
/** How many are kept in memory where the disk takes none. */
const MOST_IN_MEMORY = 720;
/** The platform takes none older than 14 days. */
const OLDEST_MS = 13 * 24 * 3_600_000;

/** Readings that could not be told when they were taken: told later, the oldest first, while new ones go their own way. */
export class Backlog {
  readonly #options: BacklogOptions;
  /** What the disk did not take. */
  #unkept: Reading[] = [];
  #atOnce = MOST_AT_ONCE;
  #telling: Promise<void> | undefined;
  #endPause: (() => void) | undefined;
  #stopped = false;

  constructor(options: BacklogOptions) {
    this.#options = options;
  }

  /** Keeps readings for later. */
  keep(readings: readonly Reading[]): void {
    if (readings.length === 0) return;
    this.#unkept.push(...readings);
    try {
      this.#options.kept.add(this.#unkept);
      this.#unkept = [];
    } catch (error) {
      if (this.#unkept.length > MOST_IN_MEMORY) this.#unkept = this.#unkept.filter((_, i) => i % 2 === 0);
      this.#options.log.warn({ err: error }, 'readings could not be stored');
    }
  }

  /** Begins to tell them, unless that is under way. */
  tell(): void {
    if (this.#stopped || (this.#options.kept.count === 0 && this.#unkept.length === 0)) return;
    this.#telling ??= this.#tell()
      // A disk that is full or cannot be written now may be well when it is told next.
      .catch((error: unknown) => this.#options.log.warn({ err: error }, 'kept readings could not be told'))
      .finally(() => (this.#telling = undefined));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endPause?.();
    await this.#telling;
  }

  async #tell(): Promise<void> {
    const { kept, teller, clock } = this.#options;
    this.keep(this.#unkept.splice(0));
    while (!this.#stopped) {
      const some = kept.oldest(this.#atOnce, MOST_BYTES);
      if (some.length === 0) return;
      const oldest = new Date(clock.now() - OLDEST_MS).toISOString();
      const young = some.filter(({ at }) => at > oldest);
      const told = young.length > 0 ? await teller.tell(young) : 'TAKEN';
      if (told === 'LATER') return;
      // Of many, one may be the reason: fewer are tried, down to one, which then is.
      const isSettled = told === 'TAKEN' || some.length === 1;
      if (isSettled) kept.remove(some);
      this.#atOnce = isSettled ? Math.min(MOST_AT_ONCE, this.#atOnce * 2) : Math.ceil(some.length / 2);
      await this.#pause();
    }
  }

  #pause(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(PAUSE_MS, resolve);
      this.#endPause = () => (cancel(), resolve());
    });
  }
}
