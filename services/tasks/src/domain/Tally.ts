/** Counts what is under way for each key. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** Counts one more; how many there are with it. */
  add(key: string): number {
    const count = this.count(key) + 1;
    this.#counts.set(key, count);
    return count;
  }

  /** How many there are. */
  count(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  remove(key: string): void {
    const count = this.count(key) - 1;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }
}
