import { limits } from './limits.ts';

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result | Promise<Result>): void;
  reject(error: unknown): void;
}

/**
 * Does for many in one go what is asked for at about the same time; what comes while one goes takes the next, so that
 * nobody is answered by what was read before they asked.
 */
export class Gathering<Item, Result> {
  readonly #work: (items: readonly Item[]) => Promise<readonly (Result | Promise<Result>)[]>;
  readonly #waiting: Waiting<Item, Result>[] = [];
  #going = false;

  /** `work` gives a result, or the promise of one, for each item in their order; the next go waits for all of them. */
  constructor(work: (items: readonly Item[]) => Promise<readonly (Result | Promise<Result>)[]>) {
    this.#work = work;
  }

  run(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#going) return;
      this.#going = true;
      setImmediate(() => void this.#goAll());
    });
  }

  async #goAll(): Promise<void> {
    while (this.#waiting.length) await this.#go(this.#waiting.splice(0, limits.gathered));
    this.#going = false;
  }

  async #go(gathered: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#work(gathered.map(({ item }) => item));
      gathered.forEach(({ resolve }, i) => resolve(results[i]!));
      await Promise.allSettled(results);
    } catch (error) {
      for (const { reject } of gathered) reject(error);
    }
  }
}
