import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { Scenes } from './Scenes.ts';

let folder: string;
let clock: FakeClock;
let scenes: Scenes;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenes-'));
  clock = new FakeClock();
  scenes = new Scenes({ folder, clock, mostBytes: 25 });
});
afterEach(() => rm(folder, { recursive: true }));

const digest = (content: string) => createHash('sha256').update(content).digest('hex');
const silent = () => undefined;
const fetching = (content: string) => vi.fn((path: string, _: () => void) => writeFile(path, content));

test('a scene is fetched once, by however many want it at the same time', async () => {
  const fetch = fetching('a scene');
  const held = await Promise.all([1, 2, 3].map(() => scenes.hold(digest('a scene'), fetch, silent)));
  expect(fetch).toHaveBeenCalledOnce();
  expect(new Set(held.map(({ path }) => path)).size).toBe(1);
  expect(String(await readFile(held[0]?.path ?? ''))).toBe('a scene');
});

test('all who wait are told of each piece that comes, and nobody else', async () => {
  const [first, second, later] = [vi.fn(), vi.fn(), vi.fn()];
  const fetch = async (path: string, onPiece: () => void) => {
    onPiece();
    await writeFile(path, 'a scene');
  };
  const holds = [first, second].map((onPiece) => scenes.hold(digest('a scene'), fetch, onPiece));
  await Promise.all(holds);
  await scenes.hold(digest('other'), fetching('other'), later);
  expect([first, second, later].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
});

test('one that is not what was announced is refused, and so is a hash that is none', async () => {
  await expect(scenes.hold(digest('a scene'), fetching('another'), silent)).rejects.toMatchObject({
    code: 'INPUT_REFUSED',
  });
  await expect(scenes.hold('../../key.pem', fetching('x'), silent)).rejects.toMatchObject({
    code: 'INPUT_REFUSED',
  });
  expect(await readdir(folder)).toEqual([]);
});

test('one that was damaged since is fetched again; a failed fetch stops nobody', async () => {
  const { path } = await scenes.hold(digest('a scene'), fetching('a scene'), silent);
  await writeFile(path, 'a scEne');
  await expect(
    scenes.hold(digest('a scene'), () => Promise.reject(new Error('no network')), silent),
  ).rejects.toThrow();
  await scenes.hold(digest('a scene'), fetching('a scene'), silent);
  expect(String(await readFile(path))).toBe('a scene');
});

test('the least recently used go when they are too much; those in use stay', async () => {
  const hold = async (content: string) => {
    clock.advance(1_000);
    return scenes.hold(digest(content), fetching(content), silent);
  };
  const names = async () => (await readdir(folder)).sort();
  const of = (...contents: string[]) => contents.map((content) => `${digest(content)}.blend`).sort();
  const first = await hold('1'.repeat(10));
  (await hold('2'.repeat(10))).release();
  (await hold('1'.repeat(10))).release();
  (await hold('3'.repeat(10))).release();
  expect(await names()).toEqual(of('1'.repeat(10), '3'.repeat(10)));
  await hold('4'.repeat(30));
  expect(await names()).toEqual(of('1'.repeat(10), '4'.repeat(30)));
  first.release();
  first.release();
  await writeFile(join(folder, 'x.part'), '');
  await scenes.sweep();
  expect(await names()).toEqual(of('4'.repeat(30)));
});
