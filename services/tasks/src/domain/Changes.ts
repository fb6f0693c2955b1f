import type { Clock, Events } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { limits } from './limits.ts';

interface Held {
  /** Tells what is the latest; undefined when nothing came since the last was told. */
  tell: (() => void) | undefined;
}

/** Tells screens of changes of jobs and attempts: the first at once, then the latest, at most every 250 ms each. */
export class Changes {
  readonly #events: Events<EventMap>;
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #held = new Map<string, Held>();

  constructor(events: Events<EventMap>, clock: Clock, everyMs: number) {
    this.#events = events;
    this.#clock = clock;
    this.#everyMs = everyMs;
  }

  job(jobId: string, creatorId: string): void {
    this.#change(`job ${jobId}`, () => this.#events.publish('job.changed', { jobId, creatorId }));
  }

  attempt(change: EventMap['attempt.changed']): void {
    this.#change(`attempt ${change.attemptId}`, () => this.#events.publish('attempt.changed', change));
  }

  #change(key: string, tell: () => void): void {
    const held = this.#held.get(key);
    if (held) {
      held.tell = tell;
      return;
    }
    tell();
    if (this.#held.size < limits.heldChanges) this.#hold(key);
  }

  #hold(key: string): void {
    const held: Held = { tell: undefined };
    this.#held.set(key, held);
    this.#clock.after(this.#everyMs, () => {
      this.#held.delete(key);
      if (!held.tell) return;
      held.tell();
      this.#hold(key);
    });
  }
}
