import { DomainError } from '@pictor/kit';

interface Waiting<Item, Result> {
  item: Item;
  size: number;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

const maxWaiting = 20_000;

/**
 * Writes together what arrives together: one write is under way at a time, and what comes meanwhile is the next one. So
 * a few agents wait for nobody, and ten thousand share few writes.
 */
export class Gathering<Item, Result> {
  readonly #write: (items: Item[]) => Promise<readonly Result[]>;
  readonly #maxSize: number;
  #waiting: Waiting<Item, Result>[] = [];
  #writing: Promise<void> | undefined;

  /** `write` gives the results in the order of its items; `maxSize` is the most that is written at once. */
  constructor(write: (items: Item[]) => Promise<readonly Result[]>, maxSize: number) {
    this.#write = write;
    this.#maxSize = maxSize;
  }

  /** Resolves with the item's own result when it is written. Rejects with RATE_LIMITED when too many wait. */
  add(item: Item, size = 1): Promise<Result> {
    if (this.#waiting.length >= maxWaiting)
      return Promise.reject(
        new DomainError('RATE_LIMITED', 'Too much arrives at once; try again in a few seconds.'),
      );
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, size, resolve, reject });
      this.#writing ??= this.#writeAll().finally(() => (this.#writing = undefined));
    });
  }

  /** Resolves when nothing waits. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #writeAll() {
    await undefined;
    while (this.#waiting.length) {
      const batch = this.#take();
      try {
        const results = await this.#write(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, i) => resolve(results[i] as Result));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
  }

  #take(): Waiting<Item, Result>[] {
    let size = 0;
    const end = this.#waiting.findIndex((each) => (size += each.size) > this.#maxSize);
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : Math.max(1, end));
  }
}
