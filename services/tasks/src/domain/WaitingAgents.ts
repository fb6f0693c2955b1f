import type { Events } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { limits } from './limits.ts';

/** Agents that asked for a task in vain, those that wait longest first. They ask again anyway, so losing them is harmless. */
export class WaitingAgents {
  readonly #events: Events<EventMap>;
  readonly #workers = new Set<string>();
  readonly #checkers = new Set<string>();

  constructor(events: Events<EventMap>) {
    this.#events = events;
  }

  /** That a worker or checker got nothing. */
  add(workerId: string, check: boolean): void {
    const waiting = check ? this.#checkers : this.#workers;
    if (waiting.size < limits.waitingAgents) waiting.add(workerId);
  }

  /** That it got something, or is gone. */
  remove(workerId: string): void {
    this.#workers.delete(workerId);
    this.#checkers.delete(workerId);
  }

  /** Tells as many of them as there are tasks. */
  wake(tasks: number, check: boolean): void {
    const waiting = check ? this.#checkers : this.#workers;
    for (const workerId of [...waiting.values().take(tasks)]) {
      waiting.delete(workerId);
      this.#events.publish('work.available', { workerId });
    }
  }
}
