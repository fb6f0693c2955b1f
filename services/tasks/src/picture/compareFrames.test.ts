import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { framesAgree } from '../domain/verdict.ts';
import { seededRandom } from '../test/seededRandom.ts';
import { PicturePool } from './PicturePool.ts';

let folder: string;
let pool: PicturePool;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictor-renders-'));
  pool = new PicturePool(undefined, 1);
});
afterAll(async () => {
  await pool.stop();
  await rm(folder, { recursive: true });
});

const size = { width: 256, height: 144 };

interface Render {
  seed: number;
  samples?: number;
  gain?: number;
  moved?: number;
  specks?: number;
}

/** What a path tracer makes of soft waves: the mean of random samples of each pixel. */
function render({ seed, samples = 16, gain = 1, moved = 0, specks = 0 }: Render): Sharp {
  const random = seededRandom(seed);
  const data = Buffer.alloc(size.width * size.height * 3);
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++)
      for (let channel = 0; channel < 3; channel++) {
        const light = 110 + 70 * Math.sin((x + moved) / (9 + channel)) * Math.cos(y / 8);
        let noise = 0;
        for (let sample = 0; sample < samples; sample++) noise += (random() - 0.5) * 160;
        data[i++] = Math.min(255, Math.max(0, Math.round(gain * light + noise / samples)));
      }
  for (let speck = 0; speck < specks; speck++) {
    const i = Math.floor(random() * size.width * size.height) * 3;
    data.fill(255, i, i + 3);
  }
  return sharp(data, { raw: { ...size, channels: 3 } });
}

const png = (picture: Sharp) => picture.png().toBuffer();
const again = async (picture: Sharp) => sharp(await png(picture));

async function compare(frame: Sharp, check: Sharp) {
  await frame.png().toFile(at('frame'));
  await check.png().toFile(at('check'));
  return pool.run('compareFrames', { frame: at('frame'), check: at('check') });
}

const agree = async (frame: Sharp, check: Sharp) => framesAgree((await compare(frame, check))!);

test('the same render twice is equal', async () => {
  expect(await compare(render({ seed: 1 }), render({ seed: 1 }))).toEqual({
    db: 99,
    worstTileDb: 99,
    extraNoise: 0,
  });
});

test.each([1, 4, 16, 64])('renders with other random numbers agree at %i samples', async (samples) => {
  expect(await agree(render({ seed: 1, samples }), render({ seed: 2, samples }))).toBe(true);
});

test('a few bright specks decide nothing', async () => {
  expect(await agree(render({ seed: 1, specks: 9 }), render({ seed: 2, specks: 2 }))).toBe(true);
});

const blurred = async (picture: Sharp) => (await again(picture)).blur(1);
const half = { width: size.width / 2, height: size.height / 2 };

test.each<[string, () => Sharp | Promise<Sharp>]>([
  ['half the samples', () => render({ seed: 1, samples: 8 })],
  ['a quarter of the samples', () => render({ seed: 1, samples: 4 })],
  ['a quarter of the samples, blurred', () => blurred(render({ seed: 1, samples: 4 }))],
  ['3 % more light', () => render({ seed: 1, gain: 1.03 })],
  ['another moment', () => render({ seed: 1, moved: 2 })],
  [
    'half the resolution',
    async () => (await again((await again(render({ seed: 1 }))).resize(half))).resize({ ...size }),
  ],
  ['black', () => sharp({ create: { ...size, channels: 3, background: 'black' } })],
])('%s does not agree', async (_what, make) => {
  expect(await agree(await make(), render({ seed: 2 }))).toBe(false);
});

test('two black frames agree', async () => {
  const black = () => sharp({ create: { ...size, channels: 3, background: 'black' } });
  expect(await agree(black(), black())).toBe(true);
});

test('what is transparent is compared on black, grey is compared as colours, 16 bit as 8', async () => {
  const clear = sharp({ create: { ...size, channels: 4, background: { r: 200, g: 9, b: 9, alpha: 0 } } });
  const black = sharp({ create: { ...size, channels: 3, background: 'black' } });
  expect(await compare(clear, black)).toMatchObject({ db: 99 });
  const grey = await again((await again(render({ seed: 1 }))).toColourspace('b-w'));
  const colours = (await again(grey)).toColourspace('srgb');
  expect((await compare(grey, colours))!.db).toBe(99);
  const deep = (await again(render({ seed: 1 }))).toColourspace('rgb16');
  expect((await compare(deep, render({ seed: 1 })))!.db).toBe(99);
});

test('frames of different sizes cannot be compared', async () => {
  expect(await compare((await again(render({ seed: 1 }))).resize(half), render({ seed: 1 }))).toBeNull();
});
