import { expect, test } from 'vitest';
import { FACTOR, OVERLAP, TILE, upscale, type Model, type Picture } from './tiles.ts';

/** Nearest-neighbour, with a mark of where the planes begin: enough to see which pixel came from where. */
const double: Model = async (planes, width, height) => {
  const result = new Float32Array(planes.length * FACTOR * FACTOR);
  for (let plane = 0; plane < 3; plane++)
    for (let y = 0; y < height * FACTOR; y++)
      for (let x = 0; x < width * FACTOR; x++)
        result[(plane * height * FACTOR + y) * width * FACTOR + x] = planes[
          (plane * height + (y >> 1)) * width + (x >> 1)
        ] as number;
  return result;
};

function gradient(width: number, height: number): Picture {
  const pixels = new Uint8Array(3 * width * height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      pixels[i++] = x % 251;
      pixels[i++] = y % 241;
      pixels[i++] = (x * 7 + y * 13) % 256;
    }
  return { width, height, pixels };
}

function doubled({ width, pixels }: Picture, top: number, height: number): Uint8Array {
  const result: number[] = [];
  for (let y = 2 * top; y < 2 * (top + height); y++)
    for (let x = 0; x < 2 * width; x++) {
      const from = 3 * ((y >> 1) * width + (x >> 1));
      result.push(pixels[from] as number, pixels[from + 1] as number, pixels[from + 2] as number);
    }
  return Uint8Array.from(result);
}

const sizes = [
  { width: 1, height: 1, top: 0, keep: 1 },
  { width: TILE, height: TILE, top: 0, keep: TILE },
  { width: TILE + 1, height: TILE + 1, top: 0, keep: TILE + 1 },
  { width: 2 * TILE + 5, height: 60, top: 12, keep: 36 },
  { width: 7, height: 2 * TILE + 40, top: 12, keep: 2 * TILE + 16 },
];

test.each(sizes)('every pixel lands in its place: $width × $height, rows $top + $keep', async (size) => {
  const picture = gradient(size.width, size.height);
  const result = await upscale(picture, { top: size.top, height: size.keep }, double, () => undefined);
  expect([result.width, result.height]).toEqual([2 * size.width, 2 * size.keep]);
  expect(Buffer.compare(result.pixels, doubled(picture, size.top, size.keep))).toBe(0);
});

test('the model never sees more than a tile with its surroundings', async () => {
  const seen: number[] = [];
  const watch: Model = (planes, width, height) => (seen.push(width, height), double(planes, width, height));
  await upscale(gradient(500, 450), { top: 12, height: 426 }, watch, () => undefined);
  expect(Math.max(...seen)).toBe(TILE + 2 * OVERLAP);
});

test('progress counts from none to all', async () => {
  const told: string[] = [];
  await upscale(gradient(TILE + 1, TILE + 1), { top: 0, height: TILE + 1 }, double, ({ done, total }) =>
    told.push(`${done}/${total}`),
  );
  expect(told).toEqual(['0/4', '1/4', '2/4', '3/4', '4/4']);
});

test('values beyond 8 bits are clamped and the others rounded', async () => {
  const wild: Model = async () => Float32Array.from([-9, 300, 1.49, 1.5, ...Array<number>(8).fill(NaN)]);
  const { pixels } = await upscale(gradient(1, 1), { top: 0, height: 1 }, wild, () => undefined);
  expect([pixels[0], pixels[3], pixels[6], pixels[9]]).toEqual([0, 255, 1, 2]);
});
