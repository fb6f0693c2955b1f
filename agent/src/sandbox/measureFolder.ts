import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** More entries than any task has use for. */
const MOST_ENTRIES = 4_096;
const BLOCK_BYTES = 512;

/** The disk that a folder takes, in bytes; Infinity for one with an absurd number of entries. Follows no links. */
export async function measureFolder(folder: string): Promise<number> {
  let bytes = 0;
  let entries = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for await (const entry of await opendir(next)) {
      if (++entries > MOST_ENTRIES) return Infinity;
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      // What is gone by now takes nothing.
      const stat = await lstat(path).catch(() => undefined);
      bytes += stat ? (stat.blocks ?? Math.ceil(stat.size / BLOCK_BYTES)) * BLOCK_BYTES : 0;
    }
  }
  return bytes;
}
