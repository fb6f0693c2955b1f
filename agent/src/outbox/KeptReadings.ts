import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Reading } from './entries.ts';
import { openForgiving } from './openForgiving.ts';

/** How much is kept at most. */
export interface KeptReadingsLimits {
  readonly readings: number;
  readonly bytes: number;
}

/** With these a day of a usual machine is kept at one reading in 20 s or better. */
const LIMITS: KeptReadingsLimits = { readings: 6_000, bytes: 32 * 1024 * 1024 };
/** The youngest quarter, and at most an hour, is never thinned. */
const MOST_WHOLE = 720;
const THINNED_AT_ONCE = 256;
/** Each step halves the readings of a stretch: more steps than this are never needed in a row. */
const MOST_STEPS = 64;

/**
 * Readings that the platform has not taken yet, in a file that survives the agent being killed. They are bounded: the
 * oldest are thinned first, to one of two, and when all are, to one of four, so that the whole time stays covered.
 */
export class KeptReadings {
  readonly #database: DatabaseSync;
  readonly #limits: KeptReadingsLimits;
  readonly #insert: StatementSync;
  #count: number;
  #bytes: number;

  /** Opens the file and makes it if need be; a damaged one is begun anew, and without room it is kept in memory. */
  constructor(path: string, limits = LIMITS) {
    const { database, insert, count, bytes } = openForgiving(path, prepare);
    this.#database = database;
    this.#limits = limits;
    this.#insert = insert;
    this.#count = count;
    this.#bytes = bytes;
  }

  get count(): number {
    return this.#count;
  }

  /** Keeps readings, each once; they are in the file when this returns. Throws when the disk takes them not. */
  add(readings: readonly Reading[]): void {
    const before = [this.#count, this.#bytes] as const;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const reading of readings) {
        const text = JSON.stringify(reading);
        if (!this.#insert.run(Date.parse(reading.at), text).changes) continue;
        this.#count++;
        this.#bytes += text.length;
      }
      for (let i = 0; i < MOST_STEPS && this.#isTooMuch(); i++) this.#thin();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      [this.#count, this.#bytes] = before;
      throw error;
    }
  }

  /** The oldest, at most so many and so large; but always one, where there is any. */
  oldest(most: number, mostBytes: number): Reading[] {
    const rows = this.#database.prepare('SELECT reading FROM readings ORDER BY at LIMIT ?').iterate(most);
    const readings: Reading[] = [];
    let bytes = 0;
    for (const { reading } of rows as Iterable<{ reading: string }>) {
      bytes += reading.length;
      if (readings.length > 0 && bytes > mostBytes) break;
      readings.push(JSON.parse(reading) as Reading);
    }
    return readings;
  }

  /** Forgets readings that the platform has taken, or never will. */
  remove(readings: readonly Reading[]): void {
    this.#forget(readings.map(({ at }) => Date.parse(at)));
  }

  close(): void {
    this.#database.close();
  }

  #isTooMuch(): boolean {
    return this.#count > this.#limits.readings || this.#bytes > this.#limits.bytes;
  }

  /** Halves the oldest stretch of those that were thinned least. */
  #thin(): void {
    const whole = Math.min(MOST_WHOLE, Math.floor(this.#count / 4));
    const young = this.#database
      .prepare('SELECT at FROM readings ORDER BY at DESC LIMIT 1 OFFSET ?')
      .get(whole) as { at: number };
    const least = this.#database
      .prepare('SELECT level FROM readings WHERE at <= ? ORDER BY level, at LIMIT 1')
      .get(young.at) as { level: number };
    const stretch = this.#database
      .prepare('SELECT at FROM readings WHERE level = ? AND at <= ? ORDER BY at LIMIT ?')
      .all(least.level, young.at, THINNED_AT_ONCE)
      .map(({ at }) => at as number);
    const raise = this.#database.prepare('UPDATE readings SET level = level + 1 WHERE at = ?');
    for (const at of stretch.filter((_, i) => i % 2 === 0)) raise.run(at);
    this.#forget(stretch.filter((_, i) => i % 2 === 1));
  }

  #forget(moments: readonly number[]): void {
    const statement = this.#database.prepare(
      'DELETE FROM readings WHERE at = ? RETURNING length(reading) AS bytes',
    );
    for (const at of moments) {
      const removed = statement.get(at) as { bytes: number } | undefined;
      if (!removed) continue;
      this.#count--;
      this.#bytes -= removed.bytes;
    }
  }
}

/** Makes the table and counts what is in it, which finds out whether it can be read. */
function prepare(database: DatabaseSync) {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS readings (
      at INTEGER PRIMARY KEY,
      level INTEGER NOT NULL,
      reading TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS by_level ON readings (level, at);`);
  const insert = database.prepare('INSERT OR IGNORE INTO readings (at, level, reading) VALUES (?, 0, ?)');
  const counted = database
    .prepare('SELECT count(*) AS count, coalesce(sum(length(reading)), 0) AS bytes FROM readings')
    .get() as { count: number; bytes: number };
  return { database, insert, ...counted };
}
