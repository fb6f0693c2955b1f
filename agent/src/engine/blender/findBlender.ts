import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram, isProgram } from '../../sandbox/findProgram.ts';

/** A Blender on this machine. */
export interface FoundBlender {
  /** The program. */
  readonly path: string;
  /** The folder with everything that belongs to it; null where that lies among the system's own files. */
  readonly folder: string | null;
}

/** Names a Blender for one start, in place of the one that would be found. */
const BLENDER_VARIABLE = 'PICTOR_BLENDER';

/** Where archives and installers put it, each in a folder of its own. */
const PARENTS: Partial<Record<NodeJS.Platform, string>> = {
  linux: '/opt',
  win32: 'C:\\Program Files\\Blender Foundation',
};
const BUNDLES = ['/Applications/Blender.app/Contents/MacOS'];

/** The Blender that the environment names; null where it names none. */
export const blenderOfEnvironment = (): string | null => process.env[BLENDER_VARIABLE] || null;

/** Looks for Blender where it was named, else on the path, and where it is usually installed. */
export function findBlender(named = blenderOfEnvironment()): FoundBlender | undefined {
  const path =
    named !== null ? (isProgram(named) ? named : undefined) : findProgram('blender', usualFolders());
  if (path === undefined) return undefined;
  const real = realpathSync(path);
  return { path: real, folder: real.startsWith('/usr/') ? null : dirname(real) };
}

/** Whether a folder is Blender's alone, so that nothing else is shown to scenes with it. */
export function isBlenderFolder(folder: string): boolean {
  return readdirSync(folder).some(
    (name) => /^\d+\.\d+$/.test(name) && existsSync(join(folder, name, 'scripts')),
  );
}

function usualFolders(): string[] {
  const parent = PARENTS[process.platform];
  if (parent === undefined || !existsSync(parent)) return BUNDLES;
  const names = readdirSync(parent).filter((name) => /^blender/i.test(name));
  // The latest version first, as numbers: 4.10 comes after 4.9.
  names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return names.map((name) => join(parent, name));
}
