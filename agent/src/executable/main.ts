// What a single executable begins with: it is Node with this script and, as assets, the npm package with its native
// libraries. Those must be files to be loaded, so all of it is unpacked, and runs from there as it would anywhere.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getAsset, getRawAsset } from 'node:sea';
import { pathToFileURL } from 'node:url';
import { zstdDecompressSync } from 'node:zlib';
import { cacheFolder } from './cacheFolder.ts';
import { unpack, type Cargo } from './unpack.ts';

const cargo = JSON.parse(getAsset('cargo.json', 'utf8')) as Omit<Cargo, 'read'>;
const script = join(cargo.name, 'dist', 'main.js');

// A process that this program starts of itself is given the script to run, which was looked at when this program began.
// In a sandbox it sees no other folder, and could write nowhere.
const [, , given = ''] = process.argv;
if (given.endsWith(script) && existsSync(given)) begin(given, 2);
else unpackAndBegin();

function unpackAndBegin(): void {
  const base = cacheFolder(process.platform, process.env, homedir());
  const read = (path: string) => zstdDecompressSync(new Uint8Array(getRawAsset(path) as ArrayBuffer));
  try {
    unpack({ ...cargo, read }, base, new Date());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`This program cannot be unpacked to ${base}: ${why}.\n`);
    process.exitCode = 1;
    return;
  }
  begin(join(base, script), given.endsWith(script) ? 2 : 1);
}

/** Runs the program as `node main.js …` would: its arguments follow the script. */
function begin(main: string, replaced: number): void {
  process.argv.splice(1, replaced, main);
  void import(pathToFileURL(main).href);
}
