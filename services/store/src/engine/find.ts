import type { Catalog } from './catalog.ts';
import type { Collection, StoredRow } from './collection.ts';
import { asBuffer, decode, decodeTyped } from './documents.ts';
import type { Doc } from './documents.ts';
import { asksForTypes, compileFilter } from './match.ts';
import { choosePlan } from './plan.ts';
import { compileFindProjection } from './projection.ts';
import { PAUSE, scan } from './scan.ts';
import type { Pause } from './scan.ts';
import { Sorter, parseSort } from './sort.ts';

/** Which documents are wanted, and in which order. */
export interface Query {
  filter: Doc;
  sort?: unknown;
  hint?: unknown;
  /** Documents to pass over. */
  skip?: number;
  /** The most documents wanted; 0 for all. */
  limit?: number;
}

/** A stored document, as encoded, or what a projection or pipeline made of one. */
export type Found = Buffer | Doc;

/** The first page of a search that tests what it finds. */
const FIRST_PAGE = 20;

/** The rows that a query finds, in its order. */
export function* match(catalog: Catalog, collection: Collection, query: Query): Generator<StoredRow | Pause> {
  const { filter, skip = 0, limit = 0 } = query;
  const sort = parseSort(query.sort);
  const test = rowTest(filter);
  const plan = choosePlan(collection, filter, sort, query.hint);
  const wanted = limit === 0 ? Infinity : skip + limit;
  const expected = plan.sorted && wanted < Infinity ? (plan.exact ? wanted : wanted + FIRST_PAGE) : undefined;
  const matching = passing(scan(catalog, plan, expected), plan.exact ? () => true : test);
  const rows = plan.sorted ? matching : sorted(matching, new Sorter<StoredRow>(sort, wanted));
  yield* within(rows, skip, wanted);
}

/** The documents that a query finds, in its order. */
export function* find(
  catalog: Catalog,
  collection: Collection | undefined,
  query: Query,
  projection?: unknown,
): Generator<Found | Pause> {
  const project = compileFindProjection(projection);
  if (!collection) return validate(query);
  for (const row of match(catalog, collection, query)) {
    yield row && (project ? project(decode(row.d)) : asBuffer(row.d));
  }
}

/** Checks a query of a collection that does not exist. */
export function validate({ filter, sort }: Query): void {
  compileFilter(filter);
  parseSort(sort);
}

function rowTest(filter: Doc): (row: StoredRow) => boolean {
  const test = compileFilter(filter);
  const read = asksForTypes(filter) ? decodeTyped : decode;
  return ({ d }) => test(read(d));
}

function* passing(
  rows: Iterable<StoredRow | Pause>,
  test: (row: StoredRow) => boolean,
): Generator<StoredRow | Pause> {
  for (const row of rows) if (!row || test(row)) yield row;
}

function* sorted(rows: Iterable<StoredRow | Pause>, sorter: Sorter<StoredRow>): Generator<StoredRow | Pause> {
  for (const row of rows) {
    if (row) sorter.add(row, decode(row.d), row.d.length);
    else yield PAUSE;
  }
  yield* sorter.sorted();
}

function* within(
  rows: Iterable<StoredRow | Pause>,
  skip: number,
  wanted: number,
): Generator<StoredRow | Pause> {
  let position = 0;
  for (const row of rows) {
    if (!row) yield PAUSE;
    else if (position++ >= skip) yield row;
    if (position >= wanted) return;
  }
}
