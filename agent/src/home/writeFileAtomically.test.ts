import { chown, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from './writeFileAtomically.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'write-'))));
afterEach(() => rm(folder, { recursive: true }));

test.skipIf(process.platform === 'win32')(
  'a file is its owner’s alone, and replaced as a whole',
  async () => {
    const path = join(folder, 'settings.json');
    await writeFileAtomically(path, 'old', false);
    await writeFileAtomically(path, 'new', true);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  },
);

test.skipIf(process.getuid?.() !== 0)('what root writes belongs to the owner of the folder', async () => {
  const path = join(folder, 'settings.json');
  await chown(folder, 1234, 2345);
  await writeFileAtomically(path, 'text', false);
  expect(await stat(path)).toMatchObject({ uid: 1234, gid: 2345, mode: 0o100600 });
});
