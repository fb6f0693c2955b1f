import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LockedPackage } from './Lockfile.ts';

const run = promisify(execFile);

/** Where packages come from. */
export interface PackageSource {
  /** Resolves to the folder of a package, as the lockfile has it. Rejects for any other. */
  take(locked: LockedPackage): Promise<string>;
}

/** Takes packages from npm's registry, or from npm's own cache of it, each once. */
export class PackageStore implements PackageSource {
  readonly #folder: string;
  readonly #taken = new Map<string, Promise<string>>();

  /** `folder` is empty, and holds what is taken. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Resolves to the folder of a package whose archive has the lockfile's hash. Rejects for any other. */
  take(locked: LockedPackage): Promise<string> {
    const taken = this.#taken.get(locked.integrity) ?? this.#take(locked);
    this.#taken.set(locked.integrity, taken);
    return taken;
  }

  async #take({ name, version, integrity }: LockedPackage): Promise<string> {
    const folder = mkdtempSync(join(this.#folder, 'package-'));
    const args = ['pack', `${name}@${version}`, '--prefer-offline', '--silent', '--pack-destination', folder];
    const { stdout } = await run('npm', args, { cwd: folder });
    const archive = join(folder, stdout.trim());
    checkIntegrity(readFileSync(archive), integrity, `${name}@${version}`);
    const content = join(folder, 'content');
    mkdirSync(content);
    await run('tar', ['-xzf', archive, '-C', content, '--strip-components=1', '--no-same-owner']);
    return content;
  }
}

/**
 * Takes packages that `npm ci` has installed in this tree, and checked by the lockfile's hashes when it did: fast, but
 * only for this system, and whatever was changed since is taken too. For tests.
 */
export class InstalledPackages implements PackageSource {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async take({ name, version, place }: LockedPackage): Promise<string> {
    const folder = join(this.#root, place);
    const installed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    if (installed.version === version) return folder;
    throw new Error(
      `${name} ${installed.version} is installed, where the lockfile has ${version}: run npm ci.`,
    );
  }
}

/** Throws unless bytes have a hash as npm writes it: `sha512-` and base64. */
export function checkIntegrity(bytes: Uint8Array, integrity: string, what: string): void {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) {
    throw new Error(`${what} is not what the lockfile pins: its hash is ${found}, not ${integrity}.`);
  }
}
