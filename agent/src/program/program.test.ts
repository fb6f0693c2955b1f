import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { children, type ChildName } from './children.ts';
import { programFile } from './location.ts';
import { createUnconfined } from '../sandbox/createUnconfined.ts';
import { startChild, type ChildOptions } from './startChild.ts';

const src = resolve(import.meta.dirname, '..');
const sources = globSync('**/*.ts', { cwd: src })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

/** The sources that hold a pattern, as `path: what`. */
const holding = (pattern: RegExp) =>
  sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`));

test('nothing but the one place asks where the program lies: bundled, it lies elsewhere', () => {
  expect(new Set(holding(/import\.meta\.\w+|\b__dirname\b|\b__filename\b/g))).toEqual(
    new Set(['program/location.ts: import.meta.url']),
  );
});

test('nothing but these places starts a part of the program', () => {
  const starts = /\bfork\(|\bnew Worker\(|\bcluster\b.*|process\.execPath|process\.argv\[1\]/g;
  expect(holding(starts).sort()).toEqual([
    'program/programFiles.ts: process.execPath',
    'program/programFiles.ts: process.execPath',
    'program/startChild.ts: process.execPath',
    'program/startOpenChild.ts: fork(',
  ]);
});

test('every file that is asked for is there', () => {
  const asked = sources.flatMap(({ text }) => [...text.matchAll(/programFile\(['"]([^'"]+)['"]\)/g)]);
  expect(asked.length).toBeGreaterThan(2);
  for (const [, path = ''] of asked) expect(readFileSync(programFile(path)).length, path).toBeGreaterThan(0);
});

test('every module that acts as a process of its own is on the list', () => {
  const listed = [...String(readFileSync(join(src, 'program/children.ts'))).matchAll(/import\('(.+)'\)/g)];
  const paths = listed.map(([, path = '']) => relative(src, join(src, 'program', path)));
  expect(paths).toHaveLength(Object.keys(children).length);
  expect(paths.sort()).toEqual(
    sources
      .map(({ path }) => path)
      .filter((path) => /Process\.ts$/.test(path) && isChild(path))
      .sort(),
  );
});

/** A child ends with whoever started it, and so listens for that. */
const isChild = (path: string) => readFileSync(join(src, path), 'utf8').includes("process.once('disconnect'");

const unconfined: ChildOptions = {
  sandbox: createUnconfined(),
  readable: [],
  writable: [],
  gpus: false,
  environment: {},
  mostFileBytes: 0,
  stderr: 'inherit',
  detached: false,
};

test('a child finds its arguments where every program does', async () => {
  const order = JSON.stringify({ priority: 0, threads: 1, provider: 'cpu', modelPath: null });
  const child = startChild('upscaler', [order], unconfined);
  const reply = await new Promise((resolve) => child.once('message', resolve));
  child.kill('SIGKILL');
  expect(reply).toMatchObject({ type: 'ready' });
});

test('a name that is no child’s ends the process', async () => {
  const child = startChild('nobody' as ChildName, [], { ...unconfined, stderr: 'ignore' });
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
});
