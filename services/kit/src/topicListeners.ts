import type { BoundedListener } from './boundedListener.ts';

/** A listener with its choice; `field` and `value` are what it can be found by. */
export interface Listening {
  readonly queue: BoundedListener<unknown>;
  readonly wants: (event: unknown) => boolean;
  readonly field?: string;
  readonly value?: unknown;
}

/** Who listens to one topic, found by the value of a field where they ask for one. */
export class TopicListeners {
  readonly #choosing = new Set<Listening>();
  readonly #byField = new Map<string, Map<unknown, Set<Listening>>>();

  get empty(): boolean {
    return !this.#choosing.size && !this.#byField.size;
  }

  add(listening: Listening): void {
    const { field, value } = listening;
    if (field === undefined) return void this.#choosing.add(listening);
    let values = this.#byField.get(field);
    if (!values) this.#byField.set(field, (values = new Map()));
    const listeners = values.get(value);
    if (listeners) listeners.add(listening);
    else values.set(value, new Set([listening]));
  }

  remove(listening: Listening): void {
    const { field, value } = listening;
    if (field === undefined) return void this.#choosing.delete(listening);
    const values = this.#byField.get(field);
    const listeners = values?.get(value);
    if (!values || !listeners?.delete(listening) || listeners.size) return;
    values.delete(value);
    if (!values.size) this.#byField.delete(field);
  }

  /** Everyone who may want the event; their choice decides. */
  *candidates(event: object): Iterable<Listening> {
    yield* this.#choosing;
    for (const [field, values] of this.#byField) {
      const listeners = values.get((event as Record<string, unknown>)[field]);
      if (listeners) yield* listeners;
    }
  }
}
