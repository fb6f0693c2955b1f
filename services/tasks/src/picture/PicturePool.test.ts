import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitBands } from '../domain/splitBands.ts';
import { aPicture } from '../test/flow.ts';
import { PicturePool } from './PicturePool.ts';

let folder: string;
let pool: PicturePool;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictor-pictures-'));
  pool = new PicturePool(undefined, 1);
});
afterAll(async () => {
  await pool.stop();
  await rm(folder, { recursive: true });
});

async function normalise(body: Buffer, contentType = 'image/png') {
  await writeFile(at('upload'), body);
  return pool.run('normalise', {
    upload: at('upload'),
    contentType,
    picture: at('picture.png'),
    preview: at('preview.webp'),
  });
}

/** A PNG that says it has this size, with this little data. */
function pngOf(width: number, height: number, data = deflateSync(Buffer.alloc(1_000))): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), body]);
    const length = Buffer.alloc(4);
    const sum = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
);

test.each([
  ['HTML', () => html, 'NOT_A_PICTURE'],
  ['SVG', () => svg, 'NOT_A_PICTURE'],
  ['SVG behind a PNG signature', () => Buffer.concat([pngOf(1, 1).subarray(0, 8), svg]), 'NOT_A_PICTURE'],
  ['nothing', () => Buffer.alloc(0), 'NOT_A_PICTURE'],
  ['a truncated PNG', async () => (await aPicture(200, 200)).subarray(0, 20_000), 'NOT_A_PICTURE'],
  ['a PNG without its pixels', () => pngOf(500, 500), 'NOT_A_PICTURE'],
  ['a bomb of 3.6 gigapixels', () => pngOf(60_000, 60_000), 'PICTURE_TOO_LARGE'],
  ['one pixel too many', () => pngOf(10_000, 5_001), 'PICTURE_TOO_LARGE'],
  ['a side too long', () => pngOf(16_385, 1), 'PICTURE_TOO_LARGE'],
  [
    'a GIF',
    () =>
      sharp(pngOf(1, 1))
        .gif()
        .toBuffer()
        .catch(() => Buffer.from('GIF89a')),
    'NOT_A_PICTURE',
  ],
])('%s is refused', async (_what, body, code) => {
  await expect(normalise(await body())).rejects.toMatchObject({ code });
});

test('a picture of another type than announced is refused', async () => {
  await expect(normalise(await aPicture(), 'image/jpeg')).rejects.toMatchObject({ code: 'NOT_A_PICTURE' });
});

test('a truncated JPEG is refused', async () => {
  const jpeg = await sharp(await aPicture(200, 200))
    .jpeg()
    .toBuffer();
  expect(await normalise(jpeg, 'image/jpeg')).toMatchObject({ width: 200, height: 200 });
  await expect(normalise(jpeg.subarray(0, jpeg.length / 2), 'image/jpeg')).rejects.toMatchObject({
    code: 'NOT_A_PICTURE',
  });
});

test('what is stored is upright, 8-bit and sRGB, with its alpha', async () => {
  const sideways = await sharp(await aPicture(30, 20))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await normalise(sideways, 'image/jpeg')).toMatchObject({ width: 20, height: 30, hasAlpha: false });
  const deep = await sharp(await aPicture(30, 20, true))
    .toColourspace('rgb16')
    .png()
    .toBuffer();
  expect(await sharp(deep).metadata()).toMatchObject({ depth: 'ushort' });
  expect(await normalise(deep)).toMatchObject({ width: 30, height: 20, hasAlpha: true });
  expect(await sharp(at('picture.png')).metadata()).toMatchObject({
    depth: 'uchar',
    space: 'srgb',
    channels: 4,
  });
  const grey = await sharp(await aPicture(30, 20))
    .toColourspace('b-w')
    .png()
    .toBuffer();
  expect(await normalise(grey)).toMatchObject({ hasAlpha: false });
  expect(await sharp(at('picture.png')).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
});

test('a preview is at most 640 pixels wide', async () => {
  await normalise(await aPicture(1_000, 100));
  expect(await sharp(at('preview.webp')).metadata()).toMatchObject({
    format: 'webp',
    width: 640,
    height: 64,
  });
});

test.each([
  ['odd sizes', 33, 41, false],
  ['alpha', 31, 29, true],
  ['fewer rows than bands', 12, 3, false],
  ['one row', 12, 1, false],
])(
  'bands cut, upscaled by repeating pixels and joined equal the whole: %s',
  async (_what, width, height, alpha) => {
    const original = await aPicture(width, height, alpha);
    await normalise(original);
    const bands = splitBands(width, height, 2);
    const cuts = bands.map(({ inputTop, inputHeight, index }) => ({
      top: inputTop,
      height: inputHeight,
      path: at(`band-${index}`),
    }));
    await pool.run('cut', { picture: at('picture.png'), cuts });
    for (const band of bands) {
      const kept = { left: 0, top: band.top - band.inputTop, width, height: band.height };
      const size = { width: width * 2, height: band.height * 2, kernel: 'nearest', fit: 'fill' } as const;
      await sharp(at(`band-${band.index}`))
        .extract(kept)
        .resize(size)
        .png()
        .toFile(at(`result-${band.index}`));
    }
    const whole = { width: width * 2, height: height * 2 };
    const stored = await pool.run('assemble', {
      results: bands.map(({ index }) => at(`result-${index}`)),
      original: at('picture.png'),
      ...whole,
      picture: at('whole.png'),
      preview: at('whole.webp'),
    });
    expect(stored).toMatchObject({ ...whole, hasAlpha: alpha });
    const colours = (picture: Sharp) => picture.removeAlpha().raw().toBuffer();
    const opaque = await sharp(original).removeAlpha().png().toBuffer();
    const expected = sharp(opaque).resize({ ...whole, kernel: 'nearest', fit: 'fill' });
    expect((await colours(sharp(at('whole.png')))).equals(await colours(expected))).toBe(true);
    if (!alpha) return;
    const plane = (picture: Sharp) =>
      picture
        .extractChannel('alpha')
        .resize({ ...whole, fit: 'fill' })
        .raw()
        .toBuffer();
    expect((await plane(sharp(at('whole.png')))).equals(await plane(sharp(original)))).toBe(true);
  },
);

async function inspect(result: Buffer, change = {}) {
  const band = await aPicture(16, 20);
  await writeFile(at('band'), band);
  await writeFile(at('result'), result);
  const sha256 = createHash('sha256').update(result).digest('hex');
  const kept = { keepTop: 4, keepHeight: 10, width: 16, factor: 2 };
  return pool.run('inspect', { result: at('result'), band: at('band'), sha256, ...kept, ...change });
}

async function honest(size = { width: 32, height: 20 }) {
  const kept = { left: 0, top: 4, width: 16, height: 10 };
  return sharp(await aPicture(16, 20))
    .extract(kept)
    .resize({ ...size, kernel: 'nearest', fit: 'fill' });
}

test('an honest result seen from afar is its input', async () => {
  expect(await inspect(await (await honest()).png().toBuffer())).toEqual({ db: 99, worstTileDb: 99 });
});

test.each([
  ['of another size', async () => (await honest({ width: 32, height: 22 })).png().toBuffer()],
  ['with alpha', async () => (await honest()).ensureAlpha().png().toBuffer()],
  ['in grey', async () => (await honest()).toColourspace('b-w').png().toBuffer()],
  ['of 16 bit', async () => (await honest()).toColourspace('rgb16').png().toBuffer()],
  ['as JPEG', async () => (await honest()).jpeg().toBuffer()],
  ['cut short', async () => (await (await honest()).png().toBuffer()).subarray(0, 500)],
  ['that is a bomb', async () => pngOf(60_000, 60_000)],
  ['that is HTML', async () => html],
])('a result %s is none', async (_what, result) => {
  expect(await inspect(await result())).toBeNull();
});

test('a result that is not what was reported is none', async () => {
  expect(await inspect(await (await honest()).png().toBuffer(), { sha256: '0'.repeat(64) })).toBeNull();
});

test('black where the input is not shows', async () => {
  const black = sharp({ create: { width: 32, height: 20, channels: 3, background: 'black' } });
  expect((await inspect(await black.png().toBuffer()))!.db).toBeLessThan(10);
});

test('work that was under way when the process was killed is done by the next one', async () => {
  await normalise(await aPicture());
  const [pid] = pool.pids;
  const work = normalise(await aPicture(2_000, 1_500));
  process.kill(pid!, 'SIGKILL');
  expect(await work).toMatchObject({ width: 2_000, height: 1_500 });
  expect(pool.pids).not.toEqual([pid]);
});

test.each([
  ['time', { memoryMiB: 1_536, deadlineMs: 1 }],
  ['memory', { memoryMiB: 1, deadlineMs: 60_000 }],
])('work that takes too much %s is given up', async (what, limits) => {
  const small = new PicturePool(limits, 1);
  await writeFile(at('upload'), await aPicture(3_000, 2_000));
  const work = { upload: at('upload'), contentType: 'image/png', picture: at('p'), preview: at('q') };
  await expect(small.run('normalise', work)).rejects.toMatchObject({
    code: 'PICTURE_TOO_LARGE',
    message: expect.stringContaining(what),
  });
  await small.stop();
});

test('a disk that is full is told from a bad picture', async () => {
  await writeFile(at('upload'), await aPicture());
  const work = { upload: at('upload'), contentType: 'image/png', picture: '/dev/full', preview: at('q') };
  await expect(pool.run('normalise', work)).rejects.toMatchObject({ code: 'DISK_FULL' });
});
