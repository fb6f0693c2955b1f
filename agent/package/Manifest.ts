import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Trial } from './tryExecutable.ts';

/** One file that can be downloaded. */
export interface ManifestFile {
  readonly name: string;
  readonly kind: 'EXECUTABLE' | 'NPM_PACKAGE';
  /** What it is for: linux-x64, linux-arm64 or windows-x64; any for the npm package. */
  readonly system: string;
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** How it was tried; null where nobody has run it. */
  readonly tried: Trial | null;
}

/** Describes a file that was made. */
export async function describeFile(
  path: string,
  { kind, system, tried }: Pick<ManifestFile, 'kind' | 'system' | 'tried'>,
): Promise<ManifestFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const { size } = statSync(path);
  return { name: basename(path), kind, system, sizeBytes: size, sha256: hash.digest('hex'), tried };
}

/** Writes `manifest.json`, which the platform's download page shows, and `SHA256SUMS`, which `sha256sum -c` reads. */
export function writeManifest(
  root: string,
  folder: string,
  { version, node, files }: { version: string; node: string; files: readonly ManifestFile[] },
): void {
  const manifest = { version, node, source: sourceOf(root), files };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(''));
}

/** The commit that was built, its time, and whether the tree was changed since; null outside a checkout. */
function sourceOf(root: string): { commit: string; committedAt: string; changed: boolean } | null {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const [commit = '', at = ''] = git('log', '-1', '--format=%H %cI').split(' ');
    return { commit, committedAt: new Date(at).toISOString(), changed: git('status', '--porcelain') !== '' };
  } catch {
    return null;
  }
}
