import { AgentError } from '../AgentError.ts';

const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
/** Where a database in WAL mode finds no room for what its readers share. */
const SQLITE_IOERR_SHMSIZE = SQLITE_IOERR | (19 << 8);

/** AgentError DISK_FULL for a failure that comes from a disk, or a quota, without room; undefined for any other. */
export function diskFull(cause: unknown): AgentError | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code, errcode } = cause as { code?: unknown; errcode?: unknown };
  const isFull =
    code === 'ENOSPC' || code === 'EDQUOT' || errcode === SQLITE_FULL || errcode === SQLITE_IOERR_SHMSIZE;
  if (!isFull) return undefined;
  return new AgentError(
    'DISK_FULL',
    'There is no room left on the disk of the home folder, so nothing was changed: make some and try again.',
    { cause },
  );
}
