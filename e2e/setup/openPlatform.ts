import { createLog } from '@pictor/kit';
import { platformConfig } from '../../services/config.ts';
import { startPlatform, type Platform } from '../../services/platform.ts';
import { temporaryFolder } from './temporaryFolder.ts';

interface Shape {
  /** Whether the gateway calls the subgraphs in this process or over loopback ports. */
  subgraphs?: 'process' | 'http';
  /** Whether results are re-run. */
  checker?: boolean;
  /** Whether pages are served. Once a process: the built portal learns its address when it is loaded. */
  portal?: boolean;
  /** Where the Worker App's files lie. */
  downloadDir?: string;
}

/** A platform of a test's own: in this process, on a free port, over an empty folder that goes with it. */
export async function openPlatform({
  subgraphs = 'process',
  checker = false,
  portal = false,
  downloadDir,
}: Shape = {}): Promise<Platform & AsyncDisposable> {
  const folder = temporaryFolder();
  const usual = platformConfig(downloadDir === undefined ? {} : { DOWNLOAD_DIR: downloadDir });
  const config = { ...usual, port: 0, dataDir: folder.path, subgraphs, checker };
  const platform = await startPlatform(config, createLog({ level: 'error' }), { portal });
  return {
    ...platform,
    [Symbol.asyncDispose]: async () => {
      await platform.stop();
      folder[Symbol.dispose]();
    },
  };
}
