import type { Catalog } from './catalog.ts';
import type { StoredRow } from './collection.ts';
import { CommandError } from './errors.ts';
import type { KeyRange, Plan } from './plan.ts';

/** What a long read yields between pages, so that its driver can look at the clock and let others have a turn. */
export const PAUSE = undefined;
export type Pause = typeof PAUSE;

const PAGE_ROWS = 200;
const PAGE_BYTES = 1024 * 1024;

interface KeyedRow extends StoredRow {
  k: Uint8Array;
}

/**
 * The rows that a plan finds. It reads them in pages, each from where the last one ended, and holds nothing open in
 * between, so that writes may come between pages: a row is seen as it is when its page is read.
 * @param expected how many rows are likely to be wanted
 */
export function* scan(catalog: Catalog, plan: Plan, expected = PAGE_ROWS): Generator<StoredRow | Pause> {
  if (!plan.index) return yield* scanRows(catalog, plan, expected);
  const seen = plan.index.multikey ? new Set<number>() : undefined;
  const ranges = plan.direction > 0 ? plan.ranges : plan.ranges.toReversed();
  for (const range of ranges) {
    for (const row of scanRange(catalog, plan, range, expected)) {
      if (row && seen) {
        if (seen.has(row.r)) continue;
        seen.add(row.r);
      }
      yield row;
    }
  }
}

/** How many rows a plan finds; only of an exact plan. */
export function countRows({ collection, index, ranges }: Plan): number {
  const { table } = collection;
  const count = (sql: string, ...values: Buffer[]) =>
    collection.statement(sql).get<{ n: number }>(...values)!.n;
  if (!index) return count(`SELECT count(*) n FROM ${table}`);
  const [source, key] = 'table' in index ? [index.table, 'k'] : [table, 'i'];
  const sql = `SELECT count(*) n FROM ${source} WHERE ${key} >= ? AND ${key} < ?`;
  return ranges.reduce((total, { start, end }) => total + count(sql, start, end), 0);
}

function* scanRows(catalog: Catalog, { collection }: Plan, expected: number): Generator<StoredRow | Pause> {
  const sql = `SELECT r, d FROM ${collection.table} WHERE r > ? ORDER BY r LIMIT ?`;
  let last = 0;
  for (let size = Math.min(expected, PAGE_ROWS); ; yield PAUSE) {
    checkThere(catalog, collection);
    const page = collection.statement(sql).all<StoredRow>(last, size);
    yield* page;
    if (page.length < size) return;
    last = page.at(-1)!.r;
    size = nextSize(page);
  }
}

function* scanRange(
  catalog: Catalog,
  plan: Plan,
  { start, end }: KeyRange,
  expected: number,
): Generator<KeyedRow | Pause> {
  const { collection, direction } = plan;
  const statement = collection.statement(pageSql(plan));
  let key: Uint8Array = direction > 0 ? start : end;
  let row = -1;
  for (let size = Math.min(expected, PAGE_ROWS); ; yield PAUSE) {
    checkThere(catalog, collection);
    if (plan.index && 'table' in plan.index) checkThere(catalog, plan.index);
    const page = statement.all<KeyedRow>(key, row, direction > 0 ? end : start, size);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < size) return;
    key = last.k;
    row = last.r;
    size = nextSize(page);
  }
}

function pageSql({ collection, index, direction }: Plan): string {
  const [past, within, order] = direction > 0 ? ['>', '<', ''] : ['<', '>=', ' DESC'];
  if (!index || !('table' in index)) {
    return `SELECT i AS k, r, d FROM ${collection.table} WHERE (i, r) ${past} (?, ?) AND i ${within} ?
      ORDER BY i${order} LIMIT ?`;
  }
  return `SELECT x.k, x.r, c.d FROM ${index.table} x CROSS JOIN ${collection.table} c ON c.r = x.r
    WHERE (x.k, x.r) ${past} (?, ?) AND x.k ${within} ? ORDER BY x.k${order}, x.r${order} LIMIT ?`;
}

function checkThere(catalog: Catalog, source: { table: string }): void {
  if (!catalog.holds(source)) {
    throw new CommandError(175, 'the collection or index was dropped while the query was running');
  }
}

/** As many rows as a page should have when they are as large as these. */
function nextSize(page: StoredRow[]): number {
  const bytes = page.reduce((total, { d }) => total + d.length, 0);
  return Math.max(1, Math.min(PAGE_ROWS, Math.floor((PAGE_BYTES * page.length) / (bytes + 1))));
}
