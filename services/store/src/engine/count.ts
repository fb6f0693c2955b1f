import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import { match, validate } from './find.ts';
import type { Query } from './find.ts';
import { choosePlan } from './plan.ts';
import { PAUSE, countRows } from './scan.ts';
import type { Pause } from './scan.ts';

/** Counts what a query finds, from an index alone where one answers it all. */
export function* count(
  catalog: Catalog,
  collection: Collection | undefined,
  query: Query,
): Generator<Pause, number> {
  validate(query);
  if (!collection) return 0;
  const plan = choosePlan(collection, query.filter, [], query.hint);
  if (plan.exact) {
    const rest = Math.max(0, countRows(plan) - (query.skip ?? 0));
    return query.limit ? Math.min(rest, query.limit) : rest;
  }
  let total = 0;
  for (const row of match(catalog, collection, query)) {
    if (row) total++;
    else yield PAUSE;
  }
  return total;
}
