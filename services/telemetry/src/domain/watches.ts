import type { Clock, Events, Listener, Log } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { Recent } from './recent.ts';

/** For how long a worker counts as watched after the last sign of it. */
export const watchedMs = 30_000;
const signEveryMs = 10_000;
/** A subscription that names more workers than this looks at a fleet, and at none of them closely. */
const maxNamed = 8;
/** More than this are not told of: their readings come at the usual pace. */
const maxOwn = 10_000;
const maxKnown = 50_000;

/**
 * Whose readings are looked at live. The process that holds a subscription tells all others by event, again and again;
 * what is not told again ends by itself, so that no process that dies leaves an agent working for nobody.
 */
export class Watches {
  readonly #events: Events<EventMap>;
  readonly #clock: Clock;
  readonly #log: Log;
  /** How many subscriptions of this process look at a worker. */
  readonly #own = new Map<string, number>();
  /** When any process last told that a worker is watched. */
  readonly #toldAt = new Recent<number>(maxKnown);
  #listener: Listener<EventMap['worker.watched']> | undefined;
  #cancel: (() => void) | undefined;

  constructor({ events, clock, log }: { events: Events<EventMap>; clock: Clock; log: Log }) {
    this.#events = events;
    this.#clock = clock;
    this.#log = log;
  }

  /** Hears from now on what other processes tell. */
  start(): void {
    this.#listener = this.#events.listen('worker.watched', () => true, { max: maxOwn });
    this.#hear(this.#listener).catch((error: unknown) =>
      this.#log.error({ err: error }, 'watches are not heard any more'),
    );
  }

  async stop(): Promise<void> {
    this.#cancel?.();
    await this.#listener?.return();
  }

  /** Notes that somebody looks at these workers until what it returns is called; a whole fleet is nobody. */
  begin(workerIds: readonly string[]): () => void {
    if (workerIds.length > maxNamed) return () => undefined;
    const begun = [...new Set(workerIds)].filter((id) => this.#own.has(id) || this.#own.size < maxOwn);
    for (const id of begun) {
      this.#own.set(id, (this.#own.get(id) ?? 0) + 1);
      this.#events.publish('worker.watched', { workerId: id });
    }
    if (this.#own.size) this.#cancel ??= this.#clock.after(signEveryMs, () => this.#tellAgain());
    return () => begun.forEach((id) => this.#end(id));
  }

  /** Whether somebody looks at a worker's readings, through this process or another. */
  isWatched(workerId: string): boolean {
    const sinceMs = this.#clock.now() - (this.#toldAt.get(workerId) ?? -Infinity);
    return sinceMs >= 0 && sinceMs < watchedMs;
  }

  #end(workerId: string): void {
    const others = (this.#own.get(workerId) ?? 0) - 1;
    if (others > 0) this.#own.set(workerId, others);
    else this.#own.delete(workerId);
    if (this.#own.size) return;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #tellAgain(): void {
    for (const workerId of this.#own.keys()) this.#events.publish('worker.watched', { workerId });
    this.#cancel = this.#clock.after(signEveryMs, () => this.#tellAgain());
  }

  async #hear(listener: Listener<EventMap['worker.watched']>): Promise<void> {
    for await (const { workerId } of listener) this.#toldAt.set(workerId, this.#clock.now());
  }
}
