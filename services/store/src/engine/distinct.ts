import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import { MAX_DOCUMENT_BYTES, decode } from './documents.ts';
import { match, validate } from './find.ts';
import type { Query } from './find.ts';
import { identity } from './keys.ts';
import { MemoryBudget, bytesHeld } from './memory.ts';
import { someAt } from './paths.ts';
import { PAUSE } from './scan.ts';
import type { Pause } from './scan.ts';
import { compare } from './values.ts';

/** The different values at a path of what a query finds, in order; an array counts as its elements. */
export function* distinct(
  catalog: Catalog,
  collection: Collection | undefined,
  key: string,
  query: Query,
): Generator<Pause, unknown[]> {
  validate(query);
  if (!collection) return [];
  const path = key.split('.');
  const values = new Map<string, unknown>();
  const budget = new MemoryBudget('distinct', MAX_DOCUMENT_BYTES);
  const add = (value: unknown) => {
    const id = identity(value);
    if (values.has(id)) return;
    budget.add(bytesHeld(value));
    values.set(id, value);
  };
  for (const row of match(catalog, collection, query)) {
    if (!row) yield PAUSE;
    else
      someAt(decode(row.d), path, 0, (value) => {
        for (const element of Array.isArray(value) ? value : [value]) if (element !== undefined) add(element);
        return false;
      });
  }
  return [...values.values()].sort(compare);
}
