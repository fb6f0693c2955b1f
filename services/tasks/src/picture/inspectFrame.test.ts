import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPicture } from '../test/flow.ts';
import type { FrameFormat } from './messages.ts';
import { PicturePool } from './PicturePool.ts';

let folder: string;
let pool: PicturePool;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictor-frames-'));
  pool = new PicturePool(undefined, 1);
});
afterAll(async () => {
  await pool.stop();
  await rm(folder, { recursive: true });
});

const size = { width: 80, height: 45 };
const opaque = async () => sharp(await aPicture(size.width, size.height));
const clear = async () => sharp(await aPicture(size.width, size.height, true));
const png = (picture: Sharp) => picture.png().toBuffer();
const flat = (value: number) =>
  sharp({ create: { ...size, channels: 3, background: { r: 0, g: value, b: 0 } } });

async function inspect(frame: Buffer, format: FrameFormat, change = {}) {
  await writeFile(at('frame'), frame);
  const sha256 = createHash('sha256').update(frame).digest('hex');
  return pool.run('frame', {
    frame: at('frame'),
    sha256,
    ...size,
    format,
    preview: at('preview'),
    ...change,
  });
}

const fine: [string, FrameFormat, () => Promise<Buffer>][] = [
  ['of 8 bit', 'PNG8', async () => png(await opaque())],
  ['with alpha', 'PNG8', async () => png(await clear())],
  ['in grey', 'PNG8', async () => png((await opaque()).toColourspace('b-w'))],
  ['of 16 bit', 'PNG16', async () => png((await opaque()).toColourspace('rgb16'))],
  ['of 16 bit with alpha', 'PNG16', async () => png((await clear()).toColourspace('rgb16'))],
  ['as JPEG', 'JPEG', async () => (await opaque()).jpeg().toBuffer()],
];

test.each(fine)('a frame %s is one', async (_what, format, make) => {
  expect(await inspect(await make(), format)).toEqual({ ok: true, black: false });
  expect(await sharp(at('preview')).metadata()).toMatchObject({ format: 'webp', ...size });
});

test('a preview is at most 640 pixels wide', async () => {
  const wide = { width: 1_000, height: 100 };
  expect(
    await inspect(await aPicture(wide.width, wide.height), 'PNG8', { ...wide, preview: at('wide') }),
  ).toMatchObject({ ok: true });
  expect(await sharp(at('wide')).metadata()).toMatchObject({ width: 640, height: 64 });
});

test.each([
  [1, 'PNG8', true],
  [2, 'PNG8', false],
  [1, 'PNG16', true],
  [2, 'PNG16', false],
] as const)('values of %i all over, in %s: black is %s', async (value, format, black) => {
  const frame = format === 'PNG16' ? flat(value).toColourspace('rgb16') : flat(value);
  expect(await inspect(await png(frame), format)).toEqual({ ok: true, black });
});

test('one pixel that is not black makes a frame that is not', async () => {
  const { data } = await flat(0).raw().toBuffer({ resolveWithObject: true });
  data[data.length - 1] = 9;
  const frame = sharp(data, { raw: { ...size, channels: 3 } });
  expect(await inspect(await png(frame), 'PNG8')).toEqual({ ok: true, black: false });
});

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="45"><rect width="9" height="9"/></svg>',
);

test.each<[string, FrameFormat, () => Buffer | Promise<Buffer>]>([
  ['nothing', 'PNG8', () => Buffer.alloc(0)],
  ['SVG', 'PNG8', () => svg],
  ['HTML', 'JPEG', () => Buffer.from('<!doctype html>')],
  ['WebP', 'PNG8', async () => (await opaque()).webp().toBuffer()],
  ['8 bit for 16', 'PNG16', async () => png(await opaque())],
  ['16 bit for 8', 'PNG8', async () => png((await opaque()).toColourspace('rgb16'))],
  ['a palette', 'PNG8', async () => (await opaque()).png({ palette: true, colours: 8 }).toBuffer()],
  ['JPEG for PNG', 'PNG8', async () => (await opaque()).jpeg().toBuffer()],
  ['PNG for JPEG', 'JPEG', async () => png(await opaque())],
  ['CMYK', 'JPEG', async () => (await opaque()).toColourspace('cmyk').jpeg().toBuffer()],
  ['lying down', 'JPEG', async () => (await opaque()).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
  ['cut short', 'PNG8', async () => (await png(await opaque())).subarray(0, 2_000)],
  ['JPEG cut short', 'JPEG', async () => (await (await opaque()).jpeg().toBuffer()).subarray(0, 800)],
])('a frame that is %s is none', async (_what, format, make) => {
  expect(await inspect(await make(), format)).toMatchObject({ ok: false, reasonCode: 'FRAME_UNREADABLE' });
});

test('a frame that is not what was reported is none', async () => {
  const change = { sha256: '0'.repeat(64) };
  expect(await inspect(await png(await opaque()), 'PNG8', change)).toMatchObject({
    reasonCode: 'FRAME_UNREADABLE',
  });
});

test.each([
  ['wide', { width: 79, height: 45 }],
  ['high', { width: 80, height: 44 }],
])('a frame that is too %s is refused', async (_what, change) => {
  expect(await inspect(await png(await opaque()), 'PNG8', change)).toMatchObject({
    reasonCode: 'FRAME_WRONG_SIZE',
  });
});
