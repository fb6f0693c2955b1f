import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '@pictor/store';
import type { Log } from '@pictor/kit';

/** Where a running platform notes how its store is reached, readable by its own user alone. */
export const runningStoreFile = (dataDir: string): string => join(dataDir, 'keys', 'running-store');

/** The store of a data directory: that of the platform running on it, or one opened for the purpose. */
export async function openStoreBesidePlatform(
  dataDir: string,
  mongodbUri: string | undefined,
  log: Log,
): Promise<Store> {
  const file = runningStoreFile(dataDir);
  const running = mongodbUri ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  if (running !== undefined && running !== mongodbUri) {
    try {
      return await openStore({ uri: `${running}&serverSelectionTimeoutMS=2000`, dataDir, log });
    } catch {
      log.debug('the platform that left its note is gone');
    }
  }
  return openStore({ uri: mongodbUri, dataDir, log });
}
