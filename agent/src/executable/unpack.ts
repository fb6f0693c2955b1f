import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that an executable carries. */
export interface PackedFile {
  /** Where it goes, with `/` between folders. */
  readonly path: string;
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** What an executable carries. */
export interface Cargo {
  /** Names this version among others. */
  readonly name: string;
  readonly files: readonly PackedFile[];
  /** The bytes of one of its files. */
  readonly read: (path: string) => Uint8Array;
}

/** Other versions that nobody has started for so long are removed. */
const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Sees to it that what an executable carries lies in a folder below `base`, byte for byte; resolves to that folder. What
 * is missing or changed is written anew, each file at once, so that several may do this at the same time and a kill
 * leaves nothing half. Throws where the folder cannot be written or is not this account's alone, or the executable itself
 * is damaged.
 */
export function unpack({ name, files, read }: Cargo, base: string, now: Date): string {
  const folder = join(base, name);
  for (const each of [base, folder]) {
    mkdirSync(each, { recursive: true, mode: 0o700 });
    checkOwn(each);
  }
  for (const file of files) {
    const path = join(folder, file.path);
    if (isWhole(path, file)) continue;
    const bytes = read(file.path);
    if (hashOf(bytes) !== file.sha256) throw new Error(`${file.path} in it is damaged; download it again`);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    removeLeftovers(path);
    replace(path, bytes);
  }
  utimesSync(folder, now, now);
  removeOld(base, name, now);
  return folder;
}

/** What is unpacked is run: a folder that others can change would have this account run what they put there. */
function checkOwn(folder: string): void {
  const account = process.getuid?.();
  if (account === undefined) return;
  const found = lstatSync(folder);
  if (!found.isDirectory()) throw new Error(`${folder} is a link or no folder; remove it`);
  if (found.uid !== account) throw new Error(`${folder} belongs to another account; under sudo, use sudo -H`);
  if (found.mode & 0o022) throw new Error(`others may write to ${folder}; take that from them: chmod go-w`);
}

function isWhole(path: string, { sizeBytes, sha256 }: PackedFile): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== sizeBytes) return false;
  return hashOf(readFileSync(path)) === sha256;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function replace(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes what processes that were killed while they wrote a file have left beside it. */
function removeLeftovers(path: string): void {
  const folder = dirname(path);
  for (const other of readdirSync(folder)) {
    if (!other.startsWith(`${basename(path)}.`)) continue;
    const writer = /^\d+(?=\.tmp$)/.exec(other.slice(basename(path).length + 1))?.[0];
    if (writer !== undefined && !isAlive(Number(writer))) rmSync(join(folder, other), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function removeOld(base: string, name: string, now: Date): void {
  for (const other of readdirSync(base)) {
    const path = join(base, other);
    try {
      if (other === name || now.getTime() - statSync(path).mtimeMs < KEPT_MS) continue;
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Another start may have removed it, and Windows keeps files that are in use: the next start tries again.
    }
  }
}
