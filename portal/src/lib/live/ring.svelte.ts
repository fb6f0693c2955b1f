/** What has a time, as an ISO text. */
interface Timed {
  readonly at: string;
}

/** However fast they come: an hour at one a second, and a bit. */
const most = 4_000;

/** The items of the last stretch of time of a live series, oldest first; the newest says when that ends. */
export class Ring<Item extends Timed> {
  /** How long it is, in milliseconds. */
  readonly window: number;
  #items: readonly Item[] = $state.raw([]);

  constructor(window: number, items: readonly Item[] = []) {
    this.window = window;
    this.#items = this.#kept(items);
  }

  /** The items, oldest first. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** The newest item. */
  get latest(): Item | undefined {
    return this.#items.at(-1);
  }

  /** Adds an item and forgets those that are too old. */
  push(item: Item): void {
    this.#items = this.#kept([...this.#items, item]);
  }

  #kept(items: readonly Item[]): readonly Item[] {
    const newest = Math.max(0, ...items.slice(-1).map(({ at }) => Date.parse(at)));
    const first = items.findIndex(({ at }) => Date.parse(at) > newest - this.window);
    return items.slice(Math.max(first, items.length - most, 0));
  }
}
