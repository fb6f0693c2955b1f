import type { Events } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { JobKind } from '../model/job.ts';
import { limits } from './limits.ts';

/** What an agent waits for. */
interface Wanted {
  readonly check: boolean;
  readonly kinds: readonly JobKind[];
}

/** Agents that asked for a task in vain, those that wait longest first. They ask again anyway, so losing them is harmless. */
export class WaitingAgents {
  readonly #events: Events<EventMap>;
  readonly #waiting = new Map<string, Wanted>();

  constructor(events: Events<EventMap>) {
    this.#events = events;
  }

  /** That a worker or checker got nothing of these kinds. */
  add(workerId: string, wanted: Wanted): void {
    if (this.#waiting.has(workerId) || this.#waiting.size < limits.waitingAgents)
      this.#waiting.set(workerId, wanted);
  }

  /** That it got something, or is gone. */
  remove(workerId: string): void {
    this.#waiting.delete(workerId);
  }

  /** Tells as many of them as there are tasks of a kind, or checks of such tasks. */
  wake(tasks: number, kind: JobKind, check: boolean): void {
    const able = this.#waiting
      .entries()
      .filter(([, wanted]) => wanted.check === check && wanted.kinds.includes(kind));
    for (const [workerId] of [...able.take(tasks)]) {
      this.#waiting.delete(workerId);
      this.#events.publish('work.available', { workerId });
    }
  }
}
