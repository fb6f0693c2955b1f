import type { SqliteFile, Statement } from './sqliteFile.ts';
import { CommandError } from './errors.ts';

/** Answers are kept this long after the session's last write; MongoDB keeps sessions as long. */
const KEPT_MS = 30 * 60 * 1000;

/**
 * The answers of the last retryable write of each session. They are stored in the write's own transaction, so that a
 * write whose answer was lost, even with this process, is answered again and not done twice.
 */
export class Retries {
  readonly #find: Statement;
  readonly #keep: Statement;
  readonly #forget: Statement;
  readonly #sweep: Statement;

  constructor(file: SqliteFile) {
    file.exec(
      'CREATE TABLE IF NOT EXISTS retries(session BLOB PRIMARY KEY, number INTEGER NOT NULL, reply BLOB NOT NULL, at INTEGER NOT NULL)',
    );
    this.#find = file.statement('SELECT number, reply FROM retries WHERE session = ?');
    this.#keep = file.statement(`INSERT INTO retries VALUES(?, ?, ?, ?)
      ON CONFLICT(session) DO UPDATE SET number = excluded.number, reply = excluded.reply, at = excluded.at`);
    this.#forget = file.statement('DELETE FROM retries WHERE session = ?');
    this.#sweep = file.statement('DELETE FROM retries WHERE at < ?');
  }

  /** The answer that this write had before; undefined when it is new. @throws CommandError when a later one came since */
  answer(session: Uint8Array, number: number): Uint8Array | undefined {
    const last = this.#find.get<{ number: number; reply: Uint8Array }>(session);
    if (!last || last.number < number) return undefined;
    if (last.number === number) return last.reply;
    throw new CommandError(225, `Cannot retry write ${number} of a session that has come to ${last.number}`);
  }

  keep(session: Uint8Array, number: number, reply: Uint8Array, now: number): void {
    this.#keep.run(session, number, reply, now);
  }

  /** Forgets a session that has ended. */
  forget(session: Uint8Array): void {
    this.#forget.run(session);
  }

  sweep(now: number): void {
    this.#sweep.run(now - KEPT_MS);
  }
}
