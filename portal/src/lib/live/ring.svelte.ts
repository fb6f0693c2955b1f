/** The latest items of a live series, oldest first, never more than a number of them. */
export class Ring<Item> {
  readonly most: number;
  #items: readonly Item[] = $state.raw([]);

  constructor(most: number, items: readonly Item[] = []) {
    this.most = most;
    this.#items = items.slice(-most);
  }

  /** The items, oldest first. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** The newest item. */
  get latest(): Item | undefined {
    return this.#items.at(-1);
  }

  /** Adds an item and forgets the oldest when there are too many. */
  push(item: Item): void {
    this.#items = [...this.#items, item].slice(-this.most);
  }
}
