import { join } from 'node:path';

/**
 * Where an executable unpacks what it carries: the folder that a service manager gave it, else where this system keeps
 * what can be made again.
 */
export function cacheFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (env.CACHE_DIRECTORY) return env.CACHE_DIRECTORY;
  if (platform === 'win32')
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'pictor-worker', 'program');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'pictor-worker');
}
