import type { Events } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { JobKind } from '../model/job.ts';
import type { TaskDocument } from '../model/task.ts';
import { limits } from './limits.ts';

/** What an agent waits for. */
interface Wanted {
  readonly check: boolean;
  readonly kinds: readonly JobKind[];
  /** Its Blender, see `sceneNumber`. */
  readonly blender: number | undefined;
  /** What it asks, in micro-USD. */
  readonly bid: bigint;
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

  /** Tells as many workers as there are tasks of a kind, for which no more than the ceiling, in micro-USD, is paid. */
  wake(tasks: number, kind: JobKind, ceiling: bigint): void {
    this.#wake(tasks, ({ check, kinds, bid }) => !check && bid <= ceiling && kinds.includes(kind));
  }

  /** Tells a checker of a result to check; of a render, one with the Blender that made it: others may have it later. */
  wakeChecker({ kind, made }: Pick<TaskDocument, 'kind' | 'made'>): void {
    const isAlike = ({ blender }: Wanted) => made?.blender === undefined || made.blender === blender;
    this.#wake(1, (wanted) => wanted.check && wanted.kinds.includes(kind) && isAlike(wanted));
  }

  #wake(most: number, isAble: (wanted: Wanted) => boolean): void {
    const able = this.#waiting.entries().filter(([, wanted]) => isAble(wanted));
    for (const [workerId] of [...able.take(most)]) {
      this.#waiting.delete(workerId);
      this.#events.publish('work.available', { workerId });
    }
  }
}
