import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { StartError } from '../startError.ts';
import { CommandError } from './errors.ts';

/** "PiWk": marks a SQLite file as this store's. */
const APPLICATION_ID = 0x5069576b;
/** The layout of the tables and keys; a file of a later one is refused. */
const FORMAT_VERSION = 1;
const CACHE_KIB = 64 * 1024;
const MAP_BYTES = 256 * 1024 * 1024;
const WAL_BYTES_KEPT = 64 * 1024 * 1024;
/** A process that died a moment ago may still be letting the file go. */
const LOCK_WAIT_MS = 1_500;

const SQLITE_BUSY = 5;
const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/**
 * The data file: one SQLite database in WAL mode that this process alone has open.
 *
 * A commit is in the operating system's hands when it returns, so that the death of this process loses nothing. A
 * durable commit is also synced (`synchronous = FULL`: SQLite syncs the write-ahead log, and with it all commits
 * before). That it then survives a power failure rests on SQLite's FULL and on a disk that does what a sync promises.
 */
export class SqliteFile {
  readonly #db: DatabaseSync;
  readonly #begin: Statement;
  readonly #commit: Statement;
  #durable = true;

  /** @throws StartError when the file is in use, newer than this program, or not a store's */
  constructor(file: string) {
    this.#db = new DatabaseSync(file, { timeout: LOCK_WAIT_MS });
    try {
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; COMMIT');
      this.#checkFormat(file);
      this.#db
        .exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA mmap_size = ${MAP_BYTES}; PRAGMA temp_store = MEMORY;
        PRAGMA journal_size_limit = ${WAL_BYTES_KEPT}; PRAGMA synchronous = FULL`);
      this.#begin = this.statement('BEGIN IMMEDIATE');
      this.#commit = this.statement('COMMIT');
    } catch (error) {
      this.#db.close();
      throw startError(file, error);
    }
  }

  statement(sql: string): Statement {
    return new Statement(this.#db.prepare(sql));
  }

  exec(sql: string): void {
    guarded(() => this.#db.exec(sql));
  }

  begin(): void {
    this.#begin.run();
  }

  commit(): void {
    this.#commit.run();
  }

  /** Undoes the open transaction, which SQLite may have undone already. */
  rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }

  get inTransaction(): boolean {
    return this.#db.isTransaction;
  }

  /** Chooses whether the commits that follow are synced. Not possible inside a transaction. */
  setDurable(durable: boolean): void {
    if (durable === this.#durable) return;
    this.#db.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    this.#durable = durable;
  }

  /** Limits the file's size; writes that need more fail with OutOfDiskSpace. */
  setMaxPages(pages: number): void {
    this.#db.exec(`PRAGMA max_page_count = ${pages}`);
  }

  close(): void {
    this.#db.close();
  }

  #checkFormat(file: string): void {
    const number = (pragma: string) =>
      Number(Object.values(this.#db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
    const version = number('user_version');
    if (version > FORMAT_VERSION) {
      throw new StartError(
        'STORE_TOO_NEW',
        `${file} has format ${version}, but this version reads up to ${FORMAT_VERSION}: use the version that wrote it`,
      );
    }
    if (number('application_id') === APPLICATION_ID) return;
    if (number('schema_version') !== 0) {
      throw new StartError(
        'STORE_NOT_OURS',
        `${file} is a SQLite database of another program: choose another directory`,
      );
    }
    this.#db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT_VERSION}`);
  }
}

/** A prepared statement whose failures are ones that a client can be told. */
export class Statement {
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
  }

  run(...values: SQLInputValue[]): number {
    return guarded(() => Number(this.#statement.run(...values).lastInsertRowid));
  }

  get<Row>(...values: SQLInputValue[]): Row | undefined {
    return guarded(() => this.#statement.get(...values) as Row | undefined);
  }

  all<Row>(...values: SQLInputValue[]): Row[] {
    return guarded(() => this.#statement.all(...values) as Row[]);
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw clientError(error);
  }
}

function clientError(error: unknown): unknown {
  const { errcode, message } = error as { errcode?: number; message: string };
  switch (errcode === undefined ? undefined : errcode & 0xff) {
    case SQLITE_FULL:
      return new CommandError(14031, 'the disk is full: nothing was written; free some space and try again');
    case SQLITE_IOERR:
      return new CommandError(14031, `the disk refused to write or read (${message})`);
  }
  return error;
}

function startError(file: string, error: unknown): unknown {
  const { errcode } = error as { errcode?: number };
  switch (errcode === undefined ? undefined : errcode & 0xff) {
    case SQLITE_BUSY:
      return new StartError(
        'DATA_DIR_IN_USE',
        `${file} is in use by another process: stop it or choose another directory`,
      );
    case SQLITE_NOTADB:
      return new StartError('STORE_NOT_OURS', `${file} is not a SQLite database: choose another directory`);
  }
  return error;
}
