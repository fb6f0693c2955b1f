import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundleLoader, bundleProgram } from './bundleProgram.ts';
import { Lockfile } from './Lockfile.ts';
import { makeExecutable } from './makeExecutable.ts';
import { describeFile, writeManifest, type ManifestFile } from './Manifest.ts';
import { PackageStore, type PackageSource } from './PackageStore.ts';
import { takeNatives } from './takeNatives.ts';
import type { Target } from './targets.ts';
import { tryExecutable } from './tryExecutable.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

export interface PackageOptions {
  readonly targets: readonly Target[];
  /** Where everything goes; what was there is removed. */
  readonly folder: string;
  /** Where packages come from, given an empty folder to work in; npm's registry if not said. */
  readonly packages?: (work: string) => PackageSource;
  /** Takes what is being done, in a line. */
  readonly say: (line: string) => void;
}

/** Makes the executables of the agent, its npm package, their hashes and their manifest. */
export async function packageAgent({
  targets,
  folder,
  packages = (work) => new PackageStore(work),
  say,
}: PackageOptions): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'agent/package.json'), 'utf8')) as {
    version: string;
  };
  const lockfile = new Lockfile(join(root, 'package-lock.json'));
  const work = mkdtempSync(join(tmpdir(), 'pictor-package-'));
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const store = packages(work);
    const program = join(work, 'program');
    const loader = join(work, 'loader.cjs');
    await bundleProgram(root, program);
    await bundleLoader(root, loader);
    say(`npm package of version ${version}`);
    const files: ManifestFile[] = [await makeNpmPackage(program, folder)];
    for (const target of targets) {
      const locked = lockfile.get(target.node.package);
      say(`${target.file}, with Node ${locked.version}`);
      const own = mkdtempSync(join(work, 'target-'));
      const natives = join(own, 'natives');
      await takeNatives(lockfile, store, target, natives);
      const node = await store.take(locked);
      const path = join(folder, target.file);
      await makeExecutable(path, {
        ...{ loader, version, work: own, folders: [program, natives] },
        node: join(node, target.node.program),
      });
      const tried = (await tryExecutable(path, target)) ?? null;
      say(tried ? `  tried on ${tried.on}` : '  untried: this machine cannot run it');
      files.push(await describeFile(path, { kind: 'EXECUTABLE', system: target.name, tried }));
    }
    const node = process.versions.node;
    writeManifest(root, folder, { version, node, files });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function makeNpmPackage(program: string, folder: string): Promise<ManifestFile> {
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: program });
  const path = join(folder, stdout.trim());
  return describeFile(path, { kind: 'NPM_PACKAGE', system: 'any', tried: null });
}
