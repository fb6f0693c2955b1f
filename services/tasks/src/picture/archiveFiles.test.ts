import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PicturePool } from './PicturePool.ts';

let folder: string;
let pool: PicturePool;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictor-archives-'));
  pool = new PicturePool(undefined, 1);
});
afterAll(async () => {
  await pool.stop();
  await rm(folder, { recursive: true });
});

const bodies = { 'frame-0001.png': Buffer.alloc(700_000, 'one'), 'frame-0002.png': Buffer.alloc(0) };

async function archive(path: string) {
  const entries = Object.keys(bodies).map((name, index) => ({ path: at(`file-${index}`), name }));
  return pool.run('archive', { entries, archive: path });
}

test('files are in the archive under their names, as they are, and it is the same each time', async () => {
  for (const [index, body] of Object.values(bodies).entries()) await writeFile(at(`file-${index}`), body);
  const { sizeBytes } = await archive(at('one.zip'));
  const bytes = await readFile(at('one.zip'));
  expect(bytes.length).toBe(sizeBytes);
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { strictness: 'strict', checkCrc32: true });
  const entries = (await reader.getEntries()) as FileEntry[];
  expect(entries.map(({ filename, compressionMethod }) => [filename, compressionMethod])).toEqual(
    Object.keys(bodies).map((name) => [name, 0]),
  );
  for (const entry of entries)
    expect(Buffer.from(await entry.getData(new Uint8ArrayWriter()))).toEqual(
      bodies[entry.filename as keyof typeof bodies],
    );
  await archive(at('two.zip'));
  expect(await readFile(at('two.zip'))).toEqual(bytes);
});

test('a disk that is full is told', async () => {
  await expect(archive('/dev/full')).rejects.toMatchObject({ code: 'DISK_FULL' });
});
