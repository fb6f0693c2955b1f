import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a database that is not precious, and readies it by `prepare`: one whose file is damaged is begun anew, and one
 * that cannot be opened for another reason is kept in memory, its file left as it is.
 */
export function openForgiving<T extends object>(path: string, prepare: (database: DatabaseSync) => T): T {
  try {
    return open(path, prepare);
  } catch (error) {
    return (isDamage(error) && anew(path, prepare)) || open(':memory:', prepare);
  }
}

function anew<T extends object>(path: string, prepare: (database: DatabaseSync) => T): T | undefined {
  try {
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    return open(path, prepare);
  } catch {
    return undefined;
  }
}

function open<T extends object>(path: string, prepare: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path, { timeout: 1_000 });
  try {
    return prepare(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** A busy or full disk passes, and what is in the file is still good then. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error)) return false;
  // The lowest byte is the error, the others say more of it.
  const code = Number(error.errcode) & 0xff;
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}
