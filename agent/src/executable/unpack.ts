import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

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
 * leaves nothing half. Throws where the folder cannot be written, or the executable itself is damaged.
 */
export function unpack({ name, files, read }: Cargo, base: string, now: Date): string {
  const folder = join(base, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const file of files) {
    const path = join(folder, file.path);
    if (isWhole(path, file)) continue;
    const bytes = read(file.path);
    if (hashOf(bytes) !== file.sha256) throw new Error(`${file.path} in it is damaged; download it again`);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, bytes, { mode: 0o600 });
    renameSync(temporary, path);
  }
  utimesSync(folder, now, now);
  removeOld(base, name, now);
  return folder;
}

function isWhole(path: string, { sizeBytes, sha256 }: PackedFile): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== sizeBytes) return false;
  return hashOf(readFileSync(path)) === sha256;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function removeOld(base: string, name: string, now: Date): void {
  for (const other of readdirSync(base)) {
    const path = join(base, other);
    if (other === name || now.getTime() - statSync(path).mtimeMs < KEPT_MS) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Windows keeps files that are in use; the next start tries again.
    }
  }
}
