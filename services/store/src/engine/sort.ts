import type { Doc } from './documents.ts';
import { CommandError, refuse } from './errors.ts';
import { MemoryBudget } from './memory.ts';
import { toDouble } from './numbers.ts';
import { isPosition } from './paths.ts';
import { compare, isDoc, isNumeric } from './values.ts';

/** A field to sort by and its direction. */
export interface SortField {
  name: string;
  path: string[];
  direction: 1 | -1;
}

const MAX_SORT_FIELDS = 32;
/** So many more than are wanted are collected, where there is room, before they are sorted. */
const SPARE_ITEMS = 1000;

/** Reads `{ field: 1 | -1, … }`; empty for no or natural order. @throws CommandError for what is no such document */
export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new CommandError(14, `Expected field sort to be of type object`);
  const fields = Object.entries(sort).map(([name, value]): SortField => {
    if (isDoc(value)) throw refuse('sorting by $meta');
    if (!isNumeric(value) || Math.abs(toDouble(value)) !== 1) {
      throw new CommandError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { name, path: name.split('.'), direction: toDouble(value) < 0 ? -1 : 1 };
  });
  if (fields.length > MAX_SORT_FIELDS)
    throw new CommandError(2, `too many sort fields, at most ${MAX_SORT_FIELDS}`);
  if (fields[0]?.name !== '$natural') return fields;
  if (fields[0].direction < 0) throw refuse('reverse $natural order');
  return [];
}

/** The values that a document is sorted by. */
export function sortKey(doc: Doc, fields: readonly SortField[]): unknown[] {
  return fields.map(({ path, direction }) => extremeAt(doc, path, 0, direction));
}

export function compareSortKeys(
  a: readonly unknown[],
  b: readonly unknown[],
  fields: readonly SortField[],
): number {
  for (let i = 0; i < fields.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order * fields[i]!.direction;
  }
  return 0;
}

/** Collects items and gives them back in order, the first `limit` of them only when that is given. */
export class Sorter<T> {
  readonly #fields: readonly SortField[];
  readonly #limit: number;
  readonly #budget = new MemoryBudget('$sort');
  #items: { item: T; key: unknown[]; bytes: number }[] = [];

  constructor(fields: readonly SortField[], limit = Infinity) {
    this.#fields = fields;
    this.#limit = limit;
  }

  /** @throws CommandError (292) when what is held grows over the limit */
  add(item: T, doc: Doc, bytes: number): void {
    const enough = this.#budget.fits(bytes) ? 2 * this.#limit + SPARE_ITEMS : 2 * this.#limit;
    if (this.#items.length >= enough) this.#prune();
    this.#budget.add(bytes);
    this.#items.push({ item, key: sortKey(doc, this.#fields), bytes });
  }

  sorted(): T[] {
    this.#prune();
    return this.#items.map(({ item }) => item);
  }

  #prune(): void {
    this.#items.sort((a, b) => compareSortKeys(a.key, b.key, this.#fields));
    for (const { bytes } of this.#items.splice(this.#limit)) this.#budget.release(bytes);
  }
}

/** An array sorts by its least element, or by its greatest when descending. */
function extremeAt(value: unknown, path: readonly string[], depth: number, direction: 1 | -1): unknown {
  const component = path[depth];
  if (Array.isArray(value)) {
    if (component !== undefined && isPosition(component)) {
      return extremeAt(value[Number(component)], path, depth + 1, direction);
    }
    return extreme(
      component === undefined ? value : value.map((item) => extremeAt(item, path, depth, direction)),
      direction,
    );
  }
  if (component === undefined) return value;
  return extremeAt(isDoc(value) ? value[component] : undefined, path, depth + 1, direction);
}

function extreme(values: unknown[], direction: 1 | -1): unknown {
  let best = values[0];
  for (const value of values) if (compare(value, best) * direction < 0) best = value;
  return best;
}
