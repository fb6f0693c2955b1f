import type { ObjectId } from './bson.ts';
import { decode } from './documents.ts';
import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { encodeKey } from './keys.ts';
import type { IndexKey, SecondaryIndex } from './secondaryIndex.ts';
import type { SqliteFile, Statement } from './sqliteFile.ts';
import { RANK, rank } from './values.ts';

/** A stored document: its row and its bytes. */
export interface StoredRow {
  r: number;
  d: Uint8Array;
}

const ID_KEY = { _id: 1 };

/** A collection: a table of (row, `_id`'s key, document) and its indexes. Its writes happen inside a transaction. */
export class Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly table: string;
  readonly indexes: SecondaryIndex[];
  readonly #file: SqliteFile;
  readonly #statements = new Map<string, Statement>();
  readonly #markMultikey: (index: SecondaryIndex) => void;
  readonly #read: Statement;
  readonly #findId: Statement;
  readonly #insert: Statement;
  readonly #replace: Statement;
  readonly #remove: Statement;

  constructor(
    file: SqliteFile,
    { id, db, name }: { id: number; db: string; name: string },
    indexes: SecondaryIndex[],
    markMultikey: (index: SecondaryIndex) => void,
  ) {
    this.#file = file;
    this.id = id;
    this.db = db;
    this.name = name;
    this.table = `c${id}`;
    this.indexes = indexes;
    this.#markMultikey = markMultikey;
    this.#read = file.statement(`SELECT r, d FROM ${this.table} WHERE r = ?`);
    this.#findId = file.statement(`SELECT r FROM ${this.table} WHERE i = ?`);
    this.#insert = file.statement(`INSERT INTO ${this.table}(i, d) VALUES(?, ?)`);
    this.#replace = file.statement(`UPDATE ${this.table} SET d = ? WHERE r = ?`);
    this.#remove = file.statement(`DELETE FROM ${this.table} WHERE r = ?`);
  }

  /** The SQL that makes the table. */
  static tableSql(id: number): string {
    return `CREATE TABLE c${id}(r INTEGER PRIMARY KEY, i BLOB NOT NULL UNIQUE, d BLOB NOT NULL)`;
  }

  get namespace(): string {
    return `${this.db}.${this.name}`;
  }

  /** A statement on this collection's or its indexes' tables, prepared once. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#file.statement(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  read(row: number): StoredRow | undefined {
    return this.#read.get<StoredRow>(row);
  }

  /** Stores a new document. @throws CommandError (11000) when a unique key is taken; nothing is written then */
  insert(raw: Buffer, doc: Doc): void {
    const id = encodeKey([doc['_id']]);
    const keys = this.indexes.map((index) => this.#keysOf(index, doc));
    if (this.#findId.get(id)) throw this.#duplicate('_id_', ID_KEY, [doc['_id']]);
    this.#checkUnique(keys);
    const row = this.#insert.run(id, raw);
    this.indexes.forEach((index, i) => index.add(keys[i]!, row));
  }

  /** Stores a changed document with the same `_id`. @throws CommandError (11000) as `insert` does */
  replace({ r, d }: StoredRow, raw: Buffer, doc: Doc): void {
    const before = decode(d);
    const changes = this.indexes.map((index) =>
      difference(index.keysOf(before).keys, this.#keysOf(index, doc)),
    );
    this.#checkUnique(changes.map(({ added }) => added));
    this.indexes.forEach((index, i) => {
      index.remove(changes[i]!.removed, r);
      index.add(changes[i]!.added, r);
    });
    this.#replace.run(raw, r);
  }

  remove({ r, d }: StoredRow): void {
    const doc = this.indexes.length > 0 ? decode(d) : {};
    for (const index of this.indexes) index.remove(index.keysOf(doc).keys, r);
    this.#remove.run(r);
  }

  /** Fills a new index from the documents that are there. @throws CommandError (11000) when it is unique and they are not */
  build(index: SecondaryIndex, pages: Iterable<StoredRow[]>): void {
    for (const rows of pages) {
      for (const { r, d } of rows) {
        const keys = this.#keysOf(index, decode(d));
        const conflict = index.conflict(keys);
        if (conflict) throw this.#duplicate(index.spec.name, index.spec.key, conflict.values);
        index.add(keys, r);
      }
    }
  }

  #keysOf(index: SecondaryIndex, doc: Doc): IndexKey[] {
    const { keys, multikey } = index.keysOf(doc);
    if (multikey && !index.multikey) this.#markMultikey(index);
    return keys;
  }

  #checkUnique(keys: IndexKey[][]): void {
    this.indexes.forEach((index, i) => {
      const conflict = index.conflict(keys[i]!);
      if (conflict) throw this.#duplicate(index.spec.name, index.spec.key, conflict.values);
    });
  }

  #duplicate(index: string, keyPattern: Doc, values: unknown[]): CommandError {
    const keyValue = Object.fromEntries(
      Object.keys(keyPattern).map((field, i) => [field, values[i] ?? null]),
    );
    const shown = Object.entries(keyValue).map(([field, value]) => `${field}: ${show(value)}`);
    const message = `E11000 duplicate key error collection: ${this.namespace} index: ${index} dup key: { ${shown.join(', ')} }`;
    return new CommandError(11000, message, { keyPattern, keyValue });
  }
}

function difference(before: IndexKey[], now: IndexKey[]): { removed: IndexKey[]; added: IndexKey[] } {
  const without = (keys: IndexKey[], others: IndexKey[]) =>
    keys.filter(({ bytes }) => !others.some((other) => other.bytes.equals(bytes)));
  return { removed: without(before, now), added: without(now, before) };
}

function show(value: unknown): string {
  if (rank(value) === RANK.objectId) return `ObjectId('${(value as ObjectId).toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  return JSON.stringify(value, (_name, field: unknown) =>
    typeof field === 'bigint' ? String(field) : field,
  );
}
