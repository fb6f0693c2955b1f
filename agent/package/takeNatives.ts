import { cpSync, globSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Lockfile } from './Lockfile.ts';
import type { PackageSource } from './PackageStore.ts';
import { nativePackages, type Target } from './targets.ts';

/** What is of use at run time, and what must be handed on with it. */
const kept = /\.(c?js|mjs|json|node|dll|so(\.[\d.]+)?)$|^(licen[cs]e|readme|thirdparty|notice)[^/]*$/i;

/** Puts the native packages for a target, and what they need, into `folder/node_modules`. */
export async function takeNatives(
  lockfile: Lockfile,
  store: PackageSource,
  target: Target,
  folder: string,
): Promise<void> {
  for (const locked of lockfile.closureOf(nativePackages, target)) {
    const from = await store.take(locked);
    for (const file of globSync('**/*', { cwd: from, withFileTypes: true })) {
      const path = join(file.parentPath, file.name);
      const name = relative(from, path);
      if (file.isFile() && kept.test(file.name) && isFor(target, name)) {
        cpSync(path, join(folder, locked.place, name));
      }
    }
  }
}

/** One package has the libraries of every system, in `bin/napi-v6/<os>/<cpu>`; and scripts that only npm runs. */
function isFor({ os, cpu }: Target, path: string): boolean {
  const [first, , system, machine] = path.split(sep);
  if (first === 'bin') return system === os && machine === cpu;
  return first !== 'script' && first !== 'install' && first !== 'src';
}
