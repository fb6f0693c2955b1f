import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { encodeKey } from './keys.ts';
import { compileFilter } from './match.ts';
import type { Filter } from './match.ts';
import { toDouble } from './numbers.ts';
import { indexedValues } from './paths.ts';
import type { SqliteFile, Statement } from './sqliteFile.ts';

/** An index as it was asked for. */
export interface IndexSpec extends Doc {
  key: Doc;
  name: string;
  unique?: boolean;
  sparse?: boolean;
  expireAfterSeconds?: unknown;
  partialFilterExpression?: Doc;
}

/** A key that a document has in an index, and the values that it was made of. */
export interface IndexKey {
  bytes: Buffer;
  values: unknown[];
}

/** More keys of one document in one index are refused. */
const MAX_KEYS = 10_000;

/** An index: a table of (key, row) in the order of the keys, several to a document where arrays fan out. */
export class SecondaryIndex {
  readonly id: number;
  readonly spec: IndexSpec;
  readonly table: string;
  readonly fields: string[];
  readonly directions: (1 | -1)[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Doc | undefined;
  /** Has any document had several keys here, or an array? Such an index answers fewer questions. */
  multikey: boolean;
  readonly #paths: string[][];
  readonly #covers: Filter;
  readonly #find: Statement;
  readonly #insert: Statement;
  readonly #remove: Statement;

  constructor(file: SqliteFile, id: number, spec: IndexSpec, multikey: boolean) {
    this.id = id;
    this.spec = spec;
    this.table = `x${id}`;
    this.multikey = multikey;
    this.fields = Object.keys(spec.key);
    this.directions = Object.values(spec.key).map((direction) => (toDouble(direction) < 0 ? -1 : 1));
    this.unique = spec.unique === true;
    this.sparse = spec.sparse === true;
    this.partial = spec.partialFilterExpression;
    this.#paths = this.fields.map((field) => field.split('.'));
    this.#covers = this.partial ? compileFilter(this.partial) : () => true;
    this.#find = file.statement(`SELECT r FROM ${this.table} WHERE k = ?`);
    this.#insert = file.statement(`INSERT INTO ${this.table}(k, r) VALUES(?, ?)`);
    this.#remove = file.statement(`DELETE FROM ${this.table} WHERE k = ? AND r = ?`);
  }

  /** The SQL that makes the table. */
  static tableSql(id: number, unique: boolean): string {
    return unique
      ? `CREATE TABLE x${id}(k BLOB PRIMARY KEY, r INTEGER NOT NULL) WITHOUT ROWID`
      : `CREATE TABLE x${id}(k BLOB NOT NULL, r INTEGER NOT NULL, PRIMARY KEY(k, r)) WITHOUT ROWID`;
  }

  /** The document's keys; `multikey` when an array made them. */
  keysOf(doc: Doc): { keys: IndexKey[]; multikey: boolean } {
    if (!this.#covers(doc)) return { keys: [], multikey: false };
    const columns = this.#paths.map((path) => indexedValues(doc, path));
    if (this.sparse && columns.every(({ values }) => values.every((value) => value === undefined))) {
      return { keys: [], multikey: false };
    }
    if (columns.filter(({ values }) => values.length > 1).length > 1) {
      throw new CommandError(171, 'cannot index parallel arrays');
    }
    const rows = columns.reduce<unknown[][]>(
      (partial, { values }) => partial.flatMap((row) => values.map((value) => [...row, value])),
      [[]],
    );
    if (rows.length > MAX_KEYS)
      throw new CommandError(67, `a document has more than ${MAX_KEYS} keys in one index`);
    const keys = rows.map((values) => ({ bytes: encodeKey(values, this.directions), values }));
    return { keys: distinct(keys), multikey: columns.some(({ throughArray }) => throughArray) };
  }

  /** The first of the keys that another row has, in a unique index. */
  conflict(keys: readonly IndexKey[]): IndexKey | undefined {
    return this.unique ? keys.find((key) => this.#find.get(key.bytes) !== undefined) : undefined;
  }

  add(keys: readonly IndexKey[], row: number): void {
    for (const key of keys) this.#insert.run(key.bytes, row);
  }

  remove(keys: readonly IndexKey[], row: number): void {
    for (const key of keys) this.#remove.run(key.bytes, row);
  }
}

function distinct(keys: IndexKey[]): IndexKey[] {
  if (keys.length < 2) return keys;
  return [...new Map(keys.map((key) => [key.bytes.toString('latin1'), key])).values()];
}
