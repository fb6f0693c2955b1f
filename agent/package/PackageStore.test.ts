import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Lockfile } from './Lockfile.ts';
import { checkIntegrity, InstalledPackages, PackageStore } from './PackageStore.ts';

const root = resolve(import.meta.dirname, '../..');
const bytes = Buffer.from('an archive');
const checkable = (content: Uint8Array): string =>
  `sha512-${createHash('sha512').update(content).digest('base64')}`;
const integrity = checkable(bytes);

test('an archive with another hash than the lockfile’s is refused', () => {
  expect(() => checkIntegrity(bytes, integrity, 'a@1')).not.toThrow();
  expect(() => checkIntegrity(Buffer.from('another'), integrity, 'a@1')).toThrow(
    'a@1 is not what the lockfile pins',
  );
});

test('a package that is installed in another version is refused', async () => {
  const sharp = new Lockfile(resolve(root, 'package-lock.json')).get('sharp');
  const installed = new InstalledPackages(root);
  expect(await installed.take(sharp)).toBe(resolve(root, 'node_modules/sharp'));
  await expect(installed.take({ ...sharp, version: '0.0.1' })).rejects.toThrow('run npm ci');
});

test('a package comes from npm as the lockfile has it, once for all who ask, and is refused otherwise', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictor-packages-'));
  try {
    const locked = new Lockfile(resolve(root, 'package-lock.json')).get('detect-libc');
    const store = new PackageStore(folder);
    const [one, other] = await Promise.all([store.take(locked), store.take(locked)]);
    expect(one).toBe(other);
    const file = 'lib/detect-libc.js';
    expect(readFileSync(join(one, file))).toEqual(readFileSync(join(root, locked.place, file)));
    const changed = { ...locked, integrity: checkable(Buffer.from('another')) };
    await expect(store.take(changed)).rejects.toThrow('is not what the lockfile pins');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
