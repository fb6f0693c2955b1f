import { Collection } from './collection.ts';
import type { StoredRow } from './collection.ts';
import { decode, encode } from './documents.ts';
import { CommandError } from './errors.ts';
import { SecondaryIndex } from './secondaryIndex.ts';
import type { IndexSpec } from './secondaryIndex.ts';
import type { SqliteFile, Statement } from './sqliteFile.ts';

const BUILD_PAGE = 500;
const MAX_NAMESPACE_BYTES = 255;

interface CollectionRow {
  id: number;
  db: string;
  name: string;
}

interface IndexRow {
  id: number;
  collection: number;
  spec: Uint8Array;
  multikey: number;
}

/** The collections and their indexes, in memory and in the file's own tables. */
export class Catalog {
  readonly #file: SqliteFile;
  readonly #addCollection: Statement;
  readonly #addIndex: Statement;
  #collections = new Map<string, Collection>();
  #tables = new Set<string>();
  #changed = false;

  constructor(file: SqliteFile) {
    this.#file = file;
    file.exec(`CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(db, name));
      CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, spec BLOB NOT NULL, multikey INTEGER NOT NULL)`);
    this.#addCollection = file.statement('INSERT INTO collections(db, name) VALUES(?, ?)');
    this.#addIndex = file.statement('INSERT INTO indexes(collection, spec, multikey) VALUES(?, ?, 0)');
    this.#load();
  }

  find(db: string, name: string): Collection | undefined {
    return this.#collections.get(`${db}.${name}`);
  }

  /** The collection, made when it is missing. */
  obtain(db: string, name: string): Collection {
    return this.find(db, name) ?? this.#create(db, name);
  }

  list(db?: string): Collection[] {
    return [...this.#collections.values()].filter((collection) => db === undefined || collection.db === db);
  }

  /** Is this collection's or index's table still there? A scan may outlive it. */
  holds({ table }: { table: string }): boolean {
    return this.#tables.has(table);
  }

  drop(collection: Collection): void {
    this.#changed = true;
    for (const index of collection.indexes) this.#dropTable(index.table);
    this.#dropTable(collection.table);
    this.#file.exec(
      `DELETE FROM indexes WHERE collection = ${collection.id}; DELETE FROM collections WHERE id = ${collection.id}`,
    );
    this.#collections.delete(collection.namespace);
  }

  createIndex(collection: Collection, spec: IndexSpec): void {
    this.#changed = true;
    const id = this.#addIndex.run(collection.id, encode(spec));
    this.#file.exec(SecondaryIndex.tableSql(id, spec.unique === true));
    const index = new SecondaryIndex(this.#file, id, spec, false);
    collection.build(index, this.#pages(collection));
    collection.indexes.push(index);
    this.#tables.add(index.table);
  }

  dropIndex(collection: Collection, index: SecondaryIndex): void {
    this.#changed = true;
    this.#dropTable(index.table);
    this.#file.exec(`DELETE FROM indexes WHERE id = ${index.id}`);
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
  }

  /** Forgets that the transaction changed anything: it is committed. */
  committed(): void {
    this.#changed = false;
  }

  /** Reads the catalog again when the transaction, or the part of one, that was undone may have changed it. */
  rolledBack(): void {
    if (this.#changed) this.#load();
  }

  #create(db: string, name: string): Collection {
    checkNamespace(db, name);
    this.#changed = true;
    const id = this.#addCollection.run(db, name);
    this.#file.exec(Collection.tableSql(id));
    return this.#remember({ id, db, name }, []);
  }

  #remember(row: CollectionRow, indexes: SecondaryIndex[]): Collection {
    const collection = new Collection(this.#file, row, indexes, (index) => this.#markMultikey(index));
    this.#collections.set(collection.namespace, collection);
    for (const { table } of [collection, ...indexes]) this.#tables.add(table);
    return collection;
  }

  #load(): void {
    this.#collections = new Map();
    this.#tables = new Set();
    const rows = this.#file.statement('SELECT * FROM indexes ORDER BY id').all<IndexRow>();
    for (const collection of this.#file
      .statement('SELECT * FROM collections ORDER BY id')
      .all<CollectionRow>()) {
      const own = rows.filter((row) => row.collection === collection.id);
      const indexes = own.map(
        (row) => new SecondaryIndex(this.#file, row.id, decode(row.spec) as IndexSpec, row.multikey === 1),
      );
      this.#remember(collection, indexes);
    }
  }

  #markMultikey(index: SecondaryIndex): void {
    this.#changed = true;
    index.multikey = true;
    this.#file.exec(`UPDATE indexes SET multikey = 1 WHERE id = ${index.id}`);
  }

  #dropTable(table: string): void {
    this.#file.exec(`DROP TABLE ${table}`);
    this.#tables.delete(table);
  }

  *#pages(collection: Collection): Generator<StoredRow[]> {
    const page = this.#file.statement(
      `SELECT r, d FROM ${collection.table} WHERE r > ? ORDER BY r LIMIT ${BUILD_PAGE}`,
    );
    for (let last = 0; ;) {
      const rows = page.all<StoredRow>(last);
      if (rows.length > 0) yield rows;
      if (rows.length < BUILD_PAGE) return;
      last = rows.at(-1)!.r;
    }
  }
}

function checkNamespace(db: string, name: string): void {
  const valid =
    /^[^/\\. "$\0]{1,63}$/.test(db) &&
    !/[$\0]|^\.|\.$|^$|^system\./.test(name) &&
    Buffer.byteLength(`${db}.${name}`) <= MAX_NAMESPACE_BYTES;
  if (!valid) throw new CommandError(73, `Invalid namespace specified '${db}.${name}'`);
}
