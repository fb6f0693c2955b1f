import { randomUUID } from 'node:crypto';
import { chmod, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes a folder with all that a program has left in it, also where that is closed to its owner or lies deeper than a
 * path can reach. Nothing happens where there is none.
 */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch {
    await removeStubborn(folder);
  }
}

/** Opens each folder and brings it to the top before it is emptied, so that no path gets long. */
async function removeStubborn(top: string): Promise<void> {
  const folders = [top];
  await chmod(top, 0o700);
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (!entry.isDirectory()) {
        await unlink(path);
        continue;
      }
      await chmod(path, 0o700);
      const near = join(top, randomUUID());
      await rename(path, near);
      folders.push(near);
    }
    if (next !== top) await rmdir(next);
  }
  await rmdir(top);
}
