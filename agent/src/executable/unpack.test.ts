import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheFolder } from './cacheFolder.ts';
import { unpack, type Cargo } from './unpack.ts';

const now = new Date('2026-06-01T12:00:00Z');
const day = 24 * 3_600_000;
const contents: Record<string, string> = { 'dist/main.js': 'main', 'node_modules/a/b.so': 'library' };
let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'unpack-'));
});
afterEach(() => rmSync(base, { recursive: true }));

const files = Object.entries(contents).map(([path, text]) => ({
  ...{ path, sizeBytes: text.length },
  sha256: createHash('sha256').update(text).digest('hex'),
}));
const read = vi.fn<Cargo['read']>((path) => Buffer.from(contents[path] ?? ''));
const cargo: Cargo = { name: '1.0.0-abc', files, read };
const inside = () => files.map(({ path }) => readFileSync(join(base, cargo.name, path), 'utf8'));

test('everything is written once, for its owner alone, and not again', () => {
  read.mockClear();
  expect(unpack(cargo, base, now)).toBe(join(base, '1.0.0-abc'));
  unpack(cargo, base, now);
  expect(read).toHaveBeenCalledTimes(2);
  expect(inside()).toEqual(['main', 'library']);
  expect(readdirSync(join(base, cargo.name), { recursive: true })).toHaveLength(5);
  if (process.platform !== 'win32') expect(statSync(join(base, cargo.name)).mode & 0o077).toBe(0);
});

test.each([
  ['changed', (path: string) => writeFileSync(path, 'LIBRARY')],
  ['cut off', (path: string) => writeFileSync(path, 'lib')],
  ['missing', (path: string) => rmSync(path)],
])('a file that is %s is written anew, the others are not touched', (_, spoil) => {
  unpack(cargo, base, now);
  spoil(join(base, cargo.name, 'node_modules/a/b.so'));
  read.mockClear();
  unpack(cargo, base, now);
  expect(read.mock.calls).toEqual([['node_modules/a/b.so']]);
  expect(inside()).toEqual(['main', 'library']);
});

test('an executable that is damaged itself is not run', () => {
  const damaged = { ...cargo, read: () => Buffer.from('garble') };
  expect(() => unpack(damaged, base, now)).toThrow('dist/main.js in it is damaged; download it again');
});

test('what a killed process was writing goes, and what another still writes does not', () => {
  unpack(cargo, base, now);
  const path = join(base, cargo.name, 'dist', 'main.js');
  // No process has so high a number.
  for (const name of [`${path}.4194305.tmp`, `${path}.${process.ppid}.tmp`, `${path}.map`])
    writeFileSync(name, 'half');
  rmSync(path);
  unpack(cargo, base, now);
  expect(readdirSync(dirname(path)).sort()).toEqual(
    ['main.js', `main.js.${process.ppid}.tmp`, 'main.js.map'].sort(),
  );
});

test('an old version that cannot be looked at keeps it from nothing', () => {
  symlinkSync(join(base, 'nowhere'), join(base, 'dangling'));
  expect(unpack(cargo, base, now)).toBe(join(base, cargo.name));
});

describe.skipIf(process.platform === 'win32')('a folder that is not this account’s alone is not used', () => {
  test.each([
    ['that others may write to', () => chmodSync(base, 0o777), /others may write to/],
    [
      'of which the version’s own is a link',
      () => (mkdirSync(join(base, 'other')), symlinkSync(join(base, 'other'), join(base, cargo.name))),
      /is a link/,
    ],
  ])('one %s', (_, spoil, why) => {
    spoil();
    expect(() => unpack(cargo, base, now)).toThrow(why);
    expect(readdirSync(base)).not.toContain('main.js');
  });

  test.skipIf(process.getuid?.() !== 0)('one that belongs to another', () => {
    chownSync(base, 1234, 1234);
    expect(() => unpack(cargo, base, now)).toThrow('belongs to another account');
  });
});

test('other versions go when nobody has started them for 30 days', () => {
  for (const [name, ageDays] of Object.entries({ old: 31, recent: 29 })) {
    mkdirSync(join(base, name));
    const at = new Date(now.getTime() - ageDays * day);
    utimesSync(join(base, name), at, at);
  }
  unpack(cargo, base, now);
  expect(readdirSync(base).sort()).toEqual(['1.0.0-abc', 'recent']);
});

test('where it is unpacked to', () => {
  expect(cacheFolder('linux', { CACHE_DIRECTORY: '/var/cache/pictor-worker' }, '/root')).toBe(
    '/var/cache/pictor-worker',
  );
  expect(cacheFolder('linux', { XDG_CACHE_HOME: '/x' }, '/home/ann')).toBe('/x/pictor-worker');
  expect(cacheFolder('linux', {}, '/home/ann')).toBe('/home/ann/.cache/pictor-worker');
  expect(cacheFolder('win32', { LOCALAPPDATA: 'L' }, 'C')).toBe(join('L', 'pictor-worker', 'program'));
});
