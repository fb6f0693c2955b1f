import { readFile } from 'node:fs/promises';
import { programFile } from '../program/location.ts';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const FONT = 'font/woff2';

/** Every file that is served, and no other. */
const files: Record<string, readonly [string, string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/favicon.svg': ['favicon.svg', 'image/svg+xml'],
  '/inter.woff2': ['inter.woff2', FONT],
  '/jetbrains-mono.woff2': ['jetbrains-mono.woff2', FONT],
  '/base.css': ['base.css', STYLE],
  '/page.css': ['page.css', STYLE],
  '/main.js': ['main.js', SCRIPT],
  '/bench.js': ['bench.js', SCRIPT],
  '/cells.js': ['cells.js', SCRIPT],
  '/computing.js': ['computing.js', SCRIPT],
  '/dom.js': ['dom.js', SCRIPT],
  '/facts.js': ['facts.js', SCRIPT],
  '/importing.js': ['importing.js', SCRIPT],
  '/mining.js': ['mining.js', SCRIPT],
  '/monitor.js': ['monitor.js', SCRIPT],
  '/past.js': ['past.js', SCRIPT],
  '/pausing.js': ['pausing.js', SCRIPT],
  '/preview.js': ['preview.js', SCRIPT],
  '/schedule.js': ['schedule.js', SCRIPT],
  '/server.js': ['server.js', SCRIPT],
  '/settings.js': ['settings.js', SCRIPT],
  '/terms.js': ['terms.js', SCRIPT],
  '/words.js': ['words.js', SCRIPT],
  '/worker.js': ['worker.js', SCRIPT],
};

/** Reads a file of the page; undefined where there is none of that path. */
export async function readAsset(path: string): Promise<Asset | undefined> {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  return file && { type: file[1], bytes: await readFile(programFile(`page/web/${file[0]}`)) };
}
