const patienceMs = 5 * 60_000;

/** Notices that something has not moved for five minutes. */
export class Stillness {
  readonly #now: () => number;
  #last: string | undefined;
  #movedAt = 0;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Takes how it is now, and says whether it has been like that for too long. */
  isTooLong(how: string): boolean {
    if (how !== this.#last) this.#movedAt = this.#now();
    this.#last = how;
    return this.#now() - this.#movedAt >= patienceMs;
  }
}
