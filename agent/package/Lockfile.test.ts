import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Lockfile } from './Lockfile.ts';
import { nativePackages, targets } from './targets.ts';

const lockfile = new Lockfile(resolve(import.meta.dirname, '../../package-lock.json'));
const of = (name: string) => targets.find((target) => target.name === name)!;

test.each([
  ['linux-x64', ['@img/sharp-libvips-linux-x64', '@img/sharp-linux-x64']],
  ['linux-arm64', ['@img/sharp-libvips-linux-arm64', '@img/sharp-linux-arm64']],
  ['windows-x64', ['@img/sharp-win32-x64']],
])('for %s the libraries of that system are taken, and no others', (name, libraries) => {
  const taken = lockfile.closureOf(nativePackages, of(name)).map((each) => each.name);
  expect(taken.filter((each) => each.startsWith('@img/sharp')).sort()).toEqual(libraries);
  expect(taken).toEqual(
    expect.arrayContaining(['onnxruntime-node', 'onnxruntime-common', 'sharp', 'detect-libc']),
  );
  expect(taken).not.toContain('adm-zip');
});

test('every package is pinned by a hash, Node included', () => {
  for (const target of targets) {
    const all = [...lockfile.closureOf(nativePackages, target), lockfile.get(target.node.package)];
    for (const { integrity } of all) expect(integrity).toMatch(/^sha512-/);
  }
  expect(() => lockfile.get('nobody-knows-it')).toThrow('does not pin');
});
