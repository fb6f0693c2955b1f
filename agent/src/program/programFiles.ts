import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MAIN } from './location.ts';

/** The files and folders that a process of this program reads: the runtime, the program itself and the packages it loads. */
export function programFiles(): string[] {
  const above = foldersFrom(dirname(MAIN));
  const program = above.find((folder) => existsSync(join(folder, 'package.json'))) ?? dirname(MAIN);
  const packages = above.map((folder) => join(folder, 'node_modules')).filter((path) => existsSync(path));
  // The program itself comes first: what lies within it is shown again on top of it.
  return [
    ...new Set([process.execPath, realpathSync(process.execPath), program, dirname(MAIN), ...packages]),
  ];
}

/** Where a package lies that this program loads; undefined where it was not installed. */
export function packageFolder(name: string): string | undefined {
  return foldersFrom(dirname(MAIN))
    .map((folder) => join(folder, 'node_modules', name))
    .find((path) => existsSync(path));
}

/** A folder and all that it lies in, but for the root. */
function foldersFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [folder, ...foldersFrom(parent)];
}
