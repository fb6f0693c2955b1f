import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Lockfile } from './Lockfile.ts';
import { checkIntegrity, InstalledPackages } from './PackageStore.ts';

const root = resolve(import.meta.dirname, '../..');
const bytes = Buffer.from('an archive');
const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

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
