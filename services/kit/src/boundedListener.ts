import type { Listener } from './events.ts';

interface Waiting<Event> {
  resolve(result: IteratorResult<Event, undefined>): void;
  reject(error: unknown): void;
}

const done = { done: true, value: undefined } as const;

/** A listener's queue: bounded, the oldest event is dropped when it is full. */
export class BoundedListener<Event> implements Listener<Event> {
  dropped = 0;
  readonly #max: number;
  readonly #ended: () => void;
  #queue: Event[] = [];
  #waiting: Waiting<Event>[] = [];
  #open = true;
  #failure: { error: unknown } | undefined;

  /** `ended` is called once, when nobody listens here any more. */
  constructor(max: number, ended: () => void) {
    this.#max = max;
    this.#ended = ended;
  }

  push(event: Event): void {
    if (!this.#open) return;
    const waiting = this.#waiting.shift();
    if (waiting) return waiting.resolve({ done: false, value: event });
    this.#queue.push(event);
    if (this.#queue.length <= this.#max) return;
    this.#queue.shift();
    this.dropped++;
  }

  /** Ends the listening with an error, which the listener sees once. */
  fail(error: unknown): void {
    if (!this.#open) return;
    const waiting = this.#waiting.shift();
    if (waiting) waiting.reject(error);
    else this.#failure = { error };
    this.#end();
  }

  async next(): Promise<IteratorResult<Event, undefined>> {
    if (this.#queue.length) return { done: false, value: this.#queue.shift() as Event };
    if (this.#failure) {
      const { error } = this.#failure;
      this.#failure = undefined;
      throw error;
    }
    if (!this.#open) return done;
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async return(): Promise<IteratorResult<Event, undefined>> {
    this.#queue = [];
    this.#failure = undefined;
    this.#end();
    return done;
  }

  async throw(error: unknown): Promise<IteratorResult<Event, undefined>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  #end() {
    if (!this.#open) return;
    this.#open = false;
    for (const { resolve } of this.#waiting.splice(0)) resolve(done);
    this.#ended();
  }
}
