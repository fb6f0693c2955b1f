import { TILE, type Picture } from './tiles.ts';

/** A little wider than a tile, so that a seam shows. */
const WIDTH = TILE + 48;
const HEIGHT = 64;

/**
 * The picture by which ways to compute the network are compared: a smooth field with a disc, then stripes and squares down to single
 * pixels, then noise. It is always the same.
 */
export function testPicture(): Picture {
  const pixels = new Uint8Array(3 * WIDTH * HEIGHT);
  let random = 1;
  for (let y = 0, i = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      for (let channel = 0; channel < 3; channel++, i++) {
        random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
        pixels[i] = valueAt(x, y, channel, random / 2 ** 32);
      }
  return { width: WIDTH, height: HEIGHT, pixels };
}

function valueAt(x: number, y: number, channel: number, random: number): number {
  const phase = channel * 2;
  if (x >= TILE) return 64 + 128 * random;
  if (x >= (2 * TILE) / 3) {
    const size = 1 << (y >> 4);
    return ((x / size) ^ (y / size)) & 1 ? 200 + 20 * channel : 30 + 20 * channel;
  }
  if (x >= TILE / 3) return x % (2 + (y >> 3)) === 0 ? 30 * channel : 230;
  const inDisc = (x - 32) ** 2 + (y - 32) ** 2 < 400;
  const field = 128 + 100 * Math.sin(x / 17 + phase) * Math.cos(y / 23 + phase);
  return inDisc ? 255 - field : field;
}
