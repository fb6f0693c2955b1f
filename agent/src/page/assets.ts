import { readFile } from 'node:fs/promises';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const FONT = 'font/woff2';

/** Every file that is served, and no other. */
const files: Record<string, readonly [URL, string]> = {
  '/': [new URL('./web/index.html', import.meta.url), 'text/html; charset=utf-8'],
  '/favicon.svg': [new URL('./web/favicon.svg', import.meta.url), 'image/svg+xml'],
  '/inter.woff2': [new URL('./web/inter.woff2', import.meta.url), FONT],
  '/jetbrains-mono.woff2': [new URL('./web/jetbrains-mono.woff2', import.meta.url), FONT],
  '/base.css': [new URL('./web/base.css', import.meta.url), STYLE],
  '/page.css': [new URL('./web/page.css', import.meta.url), STYLE],
  '/main.js': [new URL('./web/main.js', import.meta.url), SCRIPT],
  '/bench.js': [new URL('./web/bench.js', import.meta.url), SCRIPT],
  '/cells.js': [new URL('./web/cells.js', import.meta.url), SCRIPT],
  '/computing.js': [new URL('./web/computing.js', import.meta.url), SCRIPT],
  '/dom.js': [new URL('./web/dom.js', import.meta.url), SCRIPT],
  '/importing.js': [new URL('./web/importing.js', import.meta.url), SCRIPT],
  '/monitor.js': [new URL('./web/monitor.js', import.meta.url), SCRIPT],
  '/past.js': [new URL('./web/past.js', import.meta.url), SCRIPT],
  '/pausing.js': [new URL('./web/pausing.js', import.meta.url), SCRIPT],
  '/schedule.js': [new URL('./web/schedule.js', import.meta.url), SCRIPT],
  '/server.js': [new URL('./web/server.js', import.meta.url), SCRIPT],
  '/settings.js': [new URL('./web/settings.js', import.meta.url), SCRIPT],
  '/words.js': [new URL('./web/words.js', import.meta.url), SCRIPT],
  '/worker.js': [new URL('./web/worker.js', import.meta.url), SCRIPT],
};

/** Reads a file of the page; undefined where there is none of that path. */
export async function readAsset(path: string): Promise<Asset | undefined> {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  return file && { type: file[1], bytes: await readFile(file[0]) };
}
