import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PicturePool } from './PicturePool.ts';
import { readScene } from './readScene.ts';

let folder: string;
let pool: PicturePool;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictor-scenes-'));
  pool = new PicturePool(undefined, 1);
});
afterAll(async () => {
  await pool.stop();
  await rm(folder, { recursive: true });
});

/** What a .blend looks like from outside: a header, blocks, and a block that says that it is the last. */
function blend(header = 'BLENDER-v304', middle = Buffer.alloc(3_000, 'DATA')): Buffer {
  const last = Buffer.alloc(header.startsWith('BLENDER17') ? 32 : 24);
  last.write('ENDB');
  return Buffer.concat([Buffer.from(header, 'latin1'), middle, last]);
}

/** As Blender packs: several frames, and an index in one that is skipped. */
function zstd(scene: Buffer): Buffer {
  const index = Buffer.from('5e2a4d180400000001020304', 'hex');
  const frames = [0, 1_000, 2_000].map((start, i) =>
    zstdCompressSync(scene.subarray(start, i === 2 ? undefined : start + 1_000)),
  );
  return Buffer.concat([...frames, index]);
}

type Entries = Record<string, Buffer>;

async function zip(entries: Entries, options: ZipWriterAddDataOptions = {}): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, body] of Object.entries(entries))
    await writer.add(name, name.endsWith('/') ? undefined : new Uint8ArrayReader(body), options);
  return Buffer.from(await writer.close());
}

const blendType = 'application/x-blender';
const zipType = 'application/zip';

async function read(upload: Buffer, contentType = blendType, scene = at('scene.blend')) {
  await writeFile(at('upload'), upload);
  return pool.run('scene', { upload: at('upload'), contentType, scene });
}

test.each([
  ['plain', () => blend()],
  ['gzip', () => gzipSync(blend())],
  ['zstd', () => zstd(blend())],
])('a %s .blend is kept as it is', async (_how, make) => {
  const upload = make();
  expect(await read(upload)).toEqual({
    sizeBytes: upload.length,
    sha256: createHash('sha256').update(upload).digest('hex'),
    version: '3.4',
  });
  expect(await readFile(at('scene.blend'))).toEqual(upload);
});

test.each([
  ['BLENDER_v249', '2.49'],
  ['BLENDER-v280', '2.80'],
  ['BLENDER-v300', '3.0'],
  ['BLENDER-v405', '4.5'],
  ['BLENDER17-01v0500', '5.0'],
  ['BLENDER17-01v0512', '5.12'],
])('%s was saved by %s', async (header, version) => {
  expect(await read(blend(header))).toMatchObject({ version });
});

test.each([
  ['stored', { level: 0 }],
  ['deflated', { level: 6 }],
])('the .blend of a zip is what is kept: %s', async (_how, options) => {
  const scene = zstd(blend());
  const upload = await zip(
    {
      'my scene/': scene,
      'my scene/Room.BLEND': scene,
      '__MACOSX/._Room': Buffer.from('x'),
      'my scene/.DS_Store': Buffer.from('x'),
    },
    options,
  );
  expect(await read(upload, zipType)).toMatchObject({ sizeBytes: scene.length, version: '3.4' });
  expect(await readFile(at('scene.blend'))).toEqual(scene);
});

const broken = () => {
  const body = gzipSync(blend());
  body.fill(0xff, 40, 60);
  return body;
};

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['nothing', () => Buffer.alloc(0), blendType],
  ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), blendType],
  ['a header and no more', () => Buffer.from('BLENDER-v304'), blendType],
  ['no version', () => blend('BLENDER-vXYZ'), blendType],
  ['a header of another size', () => blend('BLENDER99-01v0500'), blendType],
  ['the byte order of old machines', () => blend('BLENDER-V279'), blendType],
  ['one cut short', () => blend().subarray(0, -100), blendType],
  ['gzip cut short', () => gzipSync(blend()).subarray(0, -20), blendType],
  ['gzip that is broken', broken, blendType],
  ['gzip of something else', () => gzipSync('<!doctype html>'), blendType],
  ['gzip of one cut short', () => gzipSync(blend().subarray(0, -100)), blendType],
  ['zstd cut short', () => zstd(blend()).subarray(0, -30), blendType],
  ['zstd of no frame', () => Buffer.from('5e2a4d1800000000', 'hex'), blendType],
  ['zstd of an unknown block', () => Buffer.from('28b52ffd0000070000', 'hex'), blendType],
  ['zstd with more behind it', () => Buffer.concat([zstd(blend()), Buffer.from('more')]), blendType],
  ['a zip announced as .blend', () => zip({ 'a.blend': blend() }), blendType],
  ['a .blend announced as zip', () => blend(), zipType],
  ['a .blend of an unknown type', () => blend(), 'text/plain'],
  ['an empty zip', () => zip({}), zipType],
  ['a zip of a zip', async () => zip({ 'a.blend': await zip({ 'a.blend': blend() }) }), zipType],
  ['a zip of a cut one', () => zip({ 'a.blend': blend().subarray(0, -100) }), zipType],
  ['a zip cut short', async () => (await zip({ 'a.blend': blend() })).subarray(0, -30), zipType],
  [
    'a zip whose bytes changed',
    async () => changed(await zip({ 'a.blend': blend() }, { level: 0 })),
    zipType,
  ],
  ['a zip that leads out', () => zip({ '../../a.blend': blend() }), zipType],
  ['a zip that leads to a root', () => zip({ '/a.blend': blend() }), zipType],
  ['an encrypted zip', () => zip({ 'a.blend': blend() }, { password: 'x' }), zipType],
])('%s is no scene', async (_what, make, contentType) => {
  await expect(read(await make(), contentType)).rejects.toMatchObject({ code: 'NOT_A_SCENE' });
});

function changed(body: Buffer): Buffer {
  body[body.indexOf('DATA') + 50]! ^= 1;
  return body;
}

test.each<[string, Entries]>([
  ['textures beside it', { 'a.blend': blend(), 'wood.png': Buffer.from('x') }],
  ['two scenes', { 'a.blend': blend(), 'b.blend': blend() }],
  ['none', { 'readme.txt': Buffer.from('x') }],
])('a zip with %s is told to pack everything', async (_what, entries) => {
  await expect(read(await zip(entries), zipType)).rejects.toMatchObject({
    code: 'NOT_A_SCENE',
    message: expect.stringContaining('Pack Resources'),
  });
});

const zeros = Buffer.alloc(2_000_000);

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['zip', () => zip({ 'a.blend': blend('BLENDER-v304', zeros) }), zipType],
  ['gzip', () => gzipSync(blend('BLENDER-v304', zeros)), blendType],
  ['zstd', () => zstd(blend('BLENDER-v304', zeros)), blendType],
])('a %s bomb is left off when it is too much', async (_how, make, contentType) => {
  await writeFile(at('upload'), await make());
  const work = { upload: at('upload'), contentType, scene: at('scene.blend') };
  const large = { bytes: 2 ** 32, ratio: 1_000_000, harmlessBytes: 0 };
  expect(await readScene(work, large)).toMatchObject({ version: '3.4' });
  for (const limits of [
    { ...large, bytes: 1_000_000 },
    { ...large, ratio: 200 },
  ])
    await expect(readScene(work, limits)).rejects.toMatchObject({ code: 'SCENE_TOO_LARGE' });
});

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['.blend', () => blend(), blendType],
  ['zip', () => zip({ 'a.blend': blend() }), zipType],
])('a disk that is full is told from a bad %s', async (_what, make, contentType) => {
  await expect(read(await make(), contentType, '/dev/full')).rejects.toMatchObject({ code: 'DISK_FULL' });
});
