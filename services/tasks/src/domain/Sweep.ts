import type { Clock, Log } from '@pictor/kit';

/** Does something now and again and again, each time this long after the last; an error ends none of it. */
export class Sweep {
  readonly #work: () => Promise<void>;
  readonly #everyMs: number;
  readonly #clock: Clock;
  readonly #log: Log;
  #running: Promise<void> | undefined;
  #cancel = () => {};
  #stopped = false;

  constructor(work: () => Promise<void>, everyMs: number, clock: Clock, log: Log) {
    this.#work = work;
    this.#everyMs = everyMs;
    this.#clock = clock;
    this.#log = log;
  }

  start(): void {
    this.#running = this.#once();
  }

  /** Ends it and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#running;
  }

  async #once(): Promise<void> {
    try {
      await this.#work();
    } catch (error) {
      this.#log.error({ err: error }, 'a sweep failed');
    }
    if (!this.#stopped) this.#cancel = this.#clock.after(this.#everyMs, () => this.start());
  }
}
