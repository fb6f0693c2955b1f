import type { Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** More entries than any task has use for. */
const MOST_ENTRIES = 4_096;
const BLOCK_BYTES = 512;

/**
 * The disk that a folder takes, in bytes; Infinity for one with an absurd number of entries, or with something that is
 * closed to us or too deep to be looked at: what hides is not bounded. Follows no links.
 */
export async function measureFolder(folder: string): Promise<number> {
  let bytes = 0;
  let entries = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    try {
      for await (const entry of await opendir(next)) {
        if (++entries > MOST_ENTRIES) return Infinity;
        const path = join(next, entry.name);
        if (entry.isDirectory()) folders.push(path);
        bytes += await lstat(path).then(sizeOf, sizeUnseen);
      }
    } catch (error) {
      bytes += sizeUnseen(error);
    }
  }
  return bytes;
}

function sizeOf({ blocks, size }: Stats): number {
  return (blocks ?? Math.ceil(size / BLOCK_BYTES)) * BLOCK_BYTES;
}

/** What is gone by now takes nothing. */
function sizeUnseen(error: unknown): number {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 0 : Infinity;
}
