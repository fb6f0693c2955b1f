import type { Catalog } from './catalog.ts';
import type { Collection, StoredRow } from './collection.ts';
import { match } from './find.ts';
import { toDouble } from './numbers.ts';
import type { SecondaryIndex } from './secondaryIndex.ts';

/** Few enough that the writes of others wait for milliseconds only. */
const BATCH = 200;

/** Deletes some of the documents that TTL indexes say have expired. @returns how many */
export function expiredBatch(catalog: Catalog, now: number): number {
  let deleted = 0;
  for (const collection of catalog.list()) {
    for (const index of collection.indexes) {
      if (index.spec.expireAfterSeconds === undefined) continue;
      const rows = [...match(catalog, collection, { ...expired(index, now), limit: BATCH - deleted })];
      for (const row of rows) if (row) deleted += removed(collection, row);
      if (deleted >= BATCH) return deleted;
    }
  }
  return deleted;
}

function expired({ spec, partial, fields }: SecondaryIndex, now: number) {
  const before = new Date(now - toDouble(spec.expireAfterSeconds) * 1000);
  const filter = { [fields[0]!]: { $lte: before } };
  return { filter: partial ? { $and: [filter, partial] } : filter, hint: spec.name };
}

function removed(collection: Collection, row: StoredRow): number {
  collection.remove(row);
  return 1;
}
