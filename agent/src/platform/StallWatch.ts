/** Aborts its signal when nothing happens for longer than was allowed last. */
export class StallWatch {
  readonly #stalled = new AbortController();
  readonly #why: string;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** `why` is what the signal is aborted with, unless something happens within the first `limitMs` milliseconds. */
  constructor(why: string, limitMs: number) {
    this.#why = why;
    this.allow(limitMs);
  }

  get signal(): AbortSignal {
    return this.#stalled.signal;
  }

  /** Something happened, and the next may take this long, in milliseconds; not after the end, which an answer may overtake. */
  allow(limitMs: number): void {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    this.#timer = setTimeout(() => this.#stalled.abort(new Error(this.#why)), limitMs);
  }

  /** Watches no more. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }
}
