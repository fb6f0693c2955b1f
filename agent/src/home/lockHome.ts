import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AgentError } from '../AgentError.ts';

const FILE = 'lock.sqlite';
/** Long enough for one who only looks whether it is locked. */
const WAIT_MS = 1_000;

/** The locks of this process: a database that nobody refers to would be closed, and its lock gone. */
const held = new Set<DatabaseSync>();

/**
 * Takes a home folder for this process alone, until the returned function is called or the process ends in whatever
 * way: the operating system holds the lock, so none is ever left behind by a process that was killed. Throws
 * AgentError HOME_IN_USE.
 */
export function lockHome(folder: string): () => void {
  const release = tryLock(folder, WAIT_MS);
  if (!release) {
    throw new AgentError(
      'HOME_IN_USE',
      `Another agent runs in ${folder}. Stop it first, or give this one a folder of its own with --home DIR.`,
    );
  }
  return release;
}

/** Whether an agent runs in a home folder. */
export function isHomeLocked(folder: string): boolean {
  if (!existsSync(join(folder, FILE))) return false;
  const release = tryLock(folder, 0);
  release?.();
  return release === undefined;
}

function tryLock(folder: string, timeout: number): (() => void) | undefined {
  const database = new DatabaseSync(join(folder, FILE), { timeout });
  try {
    // Nothing is ever written to it, so that a lock needs no room on the disk.
    database.exec('PRAGMA journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    held.add(database);
    return () => {
      if (held.delete(database)) database.close();
    };
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
