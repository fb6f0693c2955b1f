// What a single executable begins with: it is Node with this script and, as assets, the npm package with its native
// libraries. Those must be files to be loaded, so all of it is unpacked, and runs from there as it would anywhere.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getAsset, getRawAsset } from 'node:sea';
import { pathToFileURL } from 'node:url';
import { zstdDecompressSync } from 'node:zlib';
import { cacheFolder } from './cacheFolder.ts';
import { unpack, type Cargo } from './unpack.ts';

const base = cacheFolder(process.platform, process.env, homedir());
try {
  const cargo = JSON.parse(getAsset('cargo.json', 'utf8')) as Omit<Cargo, 'read'>;
  const read = (path: string) => zstdDecompressSync(new Uint8Array(getRawAsset(path) as ArrayBuffer));
  const main = join(unpack({ ...cargo, read }, base, new Date()), 'dist', 'main.js');
  // A process that this program starts of itself is given the script to run; a command line is not.
  process.argv.splice(1, process.argv[2] === main ? 2 : 1, main);
  void import(pathToFileURL(main).href);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`This program cannot be unpacked to ${base}: ${why}.\n`);
  process.exitCode = 1;
}
