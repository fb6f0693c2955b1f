import type { DatabaseSync } from 'node:sqlite';
import type { JobKind } from '../generated/graphql.ts';
import type { GpuSample } from '../metrics/GpuReading.ts';
import { openForgiving } from '../outbox/openForgiving.ts';

/** What was read of the GPUs at one moment. */
export interface PastSample {
  /** As an ISO text. */
  readonly at: string;
  readonly gpus: readonly (GpuSample & { readonly uuid: string })[];
}

/** An attempt that has ended on this machine. */
export interface PastAttempt {
  readonly attemptId: string;
  readonly taskId: string;
  readonly kind: JobKind;
  readonly check: boolean;
  /** When it began, as an ISO text. */
  readonly beganAt: string;
  /** How long it took, in seconds. */
  readonly seconds: number;
  /** DONE: handed to the platform; LOST: its lease went to another; RETURNED: handed back; FAILED. */
  readonly outcome: 'DONE' | 'LOST' | 'RETURNED' | 'FAILED';
  /** Why it failed, in a sentence. */
  readonly reason: string | null;
  /** What it pays once it is verified, in micro-dollars. */
  readonly reward: string;
}

const SAMPLES_MS = 15 * 60_000;
const MOST_SAMPLES = 2_000;
const MOST_ATTEMPTS = 200;

/** What this machine did and how it was lately, in a file that outlives restarts; it is bounded and never precious. */
export class History {
  readonly #database: DatabaseSync;

  /** Opens the file and makes it if need be; a damaged one is begun anew, and without room it is kept in memory. */
  constructor(path: string) {
    this.#database = openForgiving(path, prepare);
  }

  /** Adds a reading of the GPUs and forgets those of more than 15 min ago. */
  addSample(sample: PastSample): void {
    const oldest = new Date(Date.parse(sample.at) - SAMPLES_MS).toISOString();
    this.#database
      .prepare('INSERT OR REPLACE INTO samples (at, gpus) VALUES (?, ?)')
      .run(sample.at, JSON.stringify(sample.gpus));
    this.#database.prepare('DELETE FROM samples WHERE at < ?').run(oldest);
  }

  /** The readings of the 15 min before a moment, oldest first. */
  samples(now: number): PastSample[] {
    const [from, to] = [now - SAMPLES_MS, now].map((at) => new Date(at).toISOString()) as [string, string];
    return this.#database
      .prepare('SELECT at, gpus FROM samples WHERE at >= ? AND at <= ? ORDER BY at DESC LIMIT ?')
      .all(from, to, MOST_SAMPLES)
      .map(({ at, gpus }) => ({ at: at as string, gpus: JSON.parse(gpus as string) as PastSample['gpus'] }))
      .reverse();
  }

  /** Adds an attempt that has ended; the oldest make room. */
  addAttempt(attempt: PastAttempt): void {
    this.#database.prepare('INSERT INTO attempts (attempt) VALUES (?)').run(JSON.stringify(attempt));
    this.#database
      .prepare('DELETE FROM attempts WHERE id <= (SELECT max(id) FROM attempts) - ?')
      .run(MOST_ATTEMPTS);
  }

  /** The attempts that have ended, the latest first. */
  attempts(): PastAttempt[] {
    const rows = this.#database.prepare('SELECT attempt FROM attempts ORDER BY id DESC').all();
    return rows.map(({ attempt }) => JSON.parse(attempt as string) as PastAttempt);
  }

  close(): void {
    this.#database.close();
  }
}

function prepare(database: DatabaseSync): DatabaseSync {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS samples (at TEXT PRIMARY KEY, gpus TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS attempts (id INTEGER PRIMARY KEY AUTOINCREMENT, attempt TEXT NOT NULL);
  `);
  return database;
}
