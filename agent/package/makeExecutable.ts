import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompressSync } from 'node:zlib';
import { inject } from 'postject';
import type { Cargo } from '../src/executable/unpack.ts';

const run = promisify(execFile);
/** Stands for itself in Node's own program: it says whether something was put in. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
/** Higher ones take minutes for a few per cent. */
const COMPRESSION = 9;

interface Parts {
  /** The program of Node for the target. */
  readonly node: string;
  /** The script that it begins with. */
  readonly loader: string;
  /** Folders whose files it carries. */
  readonly folders: readonly string[];
  readonly version: string;
  /** An empty folder to work in. */
  readonly work: string;
}

/** Makes a single executable: Node, a script to begin with, and files, each compressed. */
export async function makeExecutable(
  path: string,
  { node, loader, folders, version, work }: Parts,
): Promise<void> {
  const assets: Record<string, string> = {};
  const files = folders.flatMap(filesOf).map(({ name, from }) => {
    const bytes = readFileSync(from);
    const compressed = join(work, 'assets', name);
    mkdirSync(dirname(compressed), { recursive: true });
    writeFileSync(
      compressed,
      zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: COMPRESSION } }),
    );
    assets[name] = join('assets', name);
    return { path: name, sizeBytes: bytes.length, sha256: hashOf(bytes) };
  });
  const name = `${version}-${hashOf(JSON.stringify(files)).slice(0, 16)}`;
  writeFileSync(join(work, 'cargo.json'), JSON.stringify({ name, files } satisfies Omit<Cargo, 'read'>));
  assets['cargo.json'] = 'cargo.json';
  cpSync(loader, join(work, basename(loader)));
  // Paths in it are relative, because they end up in the executable.
  const configuration = {
    main: basename(loader),
    output: 'blob',
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    assets,
  };
  writeFileSync(join(work, 'sea.json'), JSON.stringify(configuration));
  await run(process.execPath, ['--experimental-sea-config', 'sea.json'], { cwd: work });
  cpSync(node, path);
  chmodSync(path, 0o755);
  await quietly(() =>
    inject(path, 'NODE_SEA_BLOB', readFileSync(join(work, 'blob')), { sentinelFuse: FUSE }),
  );
}

function filesOf(folder: string): { name: string; from: string }[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .map((from) => ({ name: relative(folder, from).replaceAll(sep, '/'), from }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The injector warns of sections without a name, which Node's own program has. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { warn } = console;
  console.warn = () => {};
  try {
    await work();
  } finally {
    console.warn = warn;
  }
}
