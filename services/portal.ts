import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import compression from 'compression';

const root = resolve(import.meta.dirname, '..');
const portal = join(root, 'portal');
const stamp = join(portal, 'build/.sources');
const lock = join(root, 'node_modules/.portal-build.sqlite');
const maxBuildMs = 120_000;
const sources = ['portal/src/**/*', 'portal/static/**/*', 'portal/*.{ts,json}', 'package-lock.json'];

/** Serves the pages, or calls `next` for what is none. */
export type PortalHandler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;

/** Builds the portal when its sources are not those of the last build; `say` gets a line before and the builder's on failure. */
export async function buildPortalIfStale(say: (line: string) => void): Promise<void> {
  const fingerprint = fingerprintOfSources();
  if (isBuiltFrom(fingerprint)) return;
  say('Building the portal: its sources have changed since the last build …');
  // Held by the operating system, so that two builds never meet and a killed one leaves nothing behind.
  const turn = new DatabaseSync(lock, { timeout: maxBuildMs });
  try {
    turn.exec('BEGIN EXCLUSIVE');
    if (isBuiltFrom(fingerprint)) return;
    await runTool('svelte-kit', ['sync']);
    await runTool('vite', ['build', '--logLevel', 'warn']);
    writeFileSync(stamp, fingerprint);
  } finally {
    turn.close();
  }
}

const isBuiltFrom = (fingerprint: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint;

/** The built portal, which asks for data at `graphqlUrl`. Its pages go compressed: a day of readings is ten times smaller so. */
export async function loadPortal(graphqlUrl: string): Promise<PortalHandler> {
  process.env.PICTOR_GRAPHQL_URL = graphqlUrl;
  const { handler } = (await import(pathToFileURL(join(portal, 'build/handler.js')).href)) as {
    handler: PortalHandler;
  };
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  return (request, response, next) => compress(request, response, () => handler(request, response, next));
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256');
  for (const path of sources
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

async function runTool(name: string, args: string[]): Promise<void> {
  // What a test run says of itself would make Vite build for tests.
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
  delete env.VITEST;
  const tool = spawn(process.execPath, [binOf(name), ...args], {
    ...{ cwd: portal, env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [tool.stdout, tool.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  const [code] = (await once(tool, 'close')) as [number];
  if (code !== 0) throw new Error(`${name} ${args[0]} failed:\n${lines.slice(-40).join('\n')}`);
}

/** The program behind a package's command, so that no shell stands between and it works on Windows too. */
function binOf(command: string): string {
  const packageName = { 'svelte-kit': '@sveltejs/kit', vite: 'vite' }[command]!;
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  return join(folder, bin[command]!);
}
