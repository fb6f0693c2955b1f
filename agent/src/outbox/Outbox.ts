import { DatabaseSync } from 'node:sqlite';
import { AgentError } from '../AgentError.ts';
import type { Clock } from '../clock.ts';
import { diskFull } from '../home/diskFull.ts';
import type { Failure, Result } from './entries.ts';

/** What is still to be told to the platform, by kind. */
export interface OutboxPayloads {
  /** A finished attempt. */
  readonly result: Result;
  /** An attempt that failed. */
  readonly failure: Failure;
}

export type OutboxKind = keyof OutboxPayloads;

/** Something that is still to be told to the platform. */
export interface OutboxEntry<K extends OutboxKind> {
  /** Unique within its kind: what is told again under the same id is told once. */
  readonly id: string;
  readonly payload: OutboxPayloads[K];
  /** When it was added, in milliseconds since 1970. */
  readonly createdAt: number;
}

/** How large the file may get, in pages of 4 KiB: 256 MiB. */
const MOST_PAGES = 65_536;

/**
 * What is still to be told to the platform, in a file that survives the agent being killed and the power going. Results
 * and failures are kept until they are removed.
 */
export class Outbox {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;

  /** Opens the file and makes it if need be; throws AgentError HOME_UNUSABLE for a damaged one, DISK_FULL without room. */
  constructor(path: string, clock: Clock, mostPages = MOST_PAGES) {
    this.#clock = clock;
    try {
      this.#database = new DatabaseSync(path);
      this.#database.exec(`
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA max_page_count = ${mostPages};
        CREATE TABLE IF NOT EXISTS entries (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          kind TEXT NOT NULL,
          id TEXT NOT NULL,
          payload TEXT NOT NULL,
          created_at INTEGER NOT NULL,
          UNIQUE (kind, id)
        ) STRICT;
        CREATE INDEX IF NOT EXISTS by_kind ON entries (kind, sequence);`);
    } catch (cause) {
      const full = diskFull(cause);
      if (full) throw full;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AgentError('HOME_UNUSABLE', `${path} cannot be used: ${why}. Move it away to start anew.`, {
        cause,
      });
    }
  }

  /** Adds an entry, unless one of that id is there; it is on disk when this returns. Throws AgentError DISK_FULL. */
  add<K extends OutboxKind>(kind: K, id: string, payload: OutboxPayloads[K]): void {
    this.#transaction(() => {
      this.#database
        .prepare('INSERT OR IGNORE INTO entries (kind, id, payload, created_at) VALUES (?, ?, ?, ?)')
        .run(kind, id, JSON.stringify(payload), this.#clock.now());
    });
  }

  /** The first entries of a kind, in the order in which they were added. */
  first<K extends OutboxKind>(kind: K, limit: number): OutboxEntry<K>[] {
    const rows = this.#database
      .prepare('SELECT id, payload, created_at FROM entries WHERE kind = ? ORDER BY sequence LIMIT ?')
      .all(kind, limit);
    return rows.map((row) => ({
      id: row.id as string,
      payload: JSON.parse(row.payload as string) as OutboxPayloads[K],
      createdAt: row.created_at as number,
    }));
  }

  /** How many entries of a kind there are. */
  count(kind: OutboxKind): number {
    return this.#database.prepare('SELECT count(*) AS n FROM entries WHERE kind = ?').get(kind)?.n as number;
  }

  /** Removes an entry that the platform has acknowledged; nothing happens when it is gone already. */
  remove(kind: OutboxKind, id: string): void {
    this.#database.prepare('DELETE FROM entries WHERE kind = ? AND id = ?').run(kind, id);
  }

  close(): void {
    this.#database.close();
  }

  #transaction(change: () => void): void {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      change();
      this.#database.exec('COMMIT');
    } catch (cause) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw diskFull(cause) ?? cause;
    }
  }
}
