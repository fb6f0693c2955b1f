import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a file as a whole: whoever reads it, and whatever happens meanwhile, finds the old content or the new. Only
 * the owner may read it, which is the folder's where root writes it. With `durable` it is on disk when this resolves.
 */
export async function writeFileAtomically(path: string, content: string, durable: boolean): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      if (process.getuid?.() === 0) await giveTo(dirname(path), file);
      await file.writeFile(content);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  if (durable) await syncFolder(dirname(path));
}

/** What root writes into the home folder of a service's account must stay that account's to read. */
async function giveTo(folder: string, file: FileHandle): Promise<void> {
  const { uid, gid } = await stat(folder);
  // Some file systems know no owners, or let root give nothing away: there the file is as good as it can be.
  await file.chown(uid, gid).catch(() => undefined);
}

/** Without it the rename itself could be lost with the power; Windows neither needs nor allows it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
