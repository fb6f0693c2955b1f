import type { Likeness } from './messages.ts';

/** Raw 8-bit pixels, three channels. */
export interface Raw {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const channels = 3;
const equalDb = 99;

/** How close two pictures of the same size are, as a whole and in the tile, of so many pixels a side, where they differ most. */
export function likeness(one: Raw, other: Raw, tile = 64): Likeness {
  let sum = 0;
  let worst = 0;
  for (let top = 0; top < one.height; top += tile)
    for (let left = 0; left < one.width; left += tile) {
      const right = Math.min(one.width, left + tile);
      const bottom = Math.min(one.height, top + tile);
      const squares = squaresIn(one, other, left, right, top, bottom);
      sum += squares;
      worst = Math.max(worst, squares / ((right - left) * (bottom - top)));
    }
  return { db: psnr(sum / (one.width * one.height)), worstTileDb: psnr(worst) };
}

function squaresIn(one: Raw, other: Raw, left: number, right: number, top: number, bottom: number): number {
  let squares = 0;
  for (let y = top; y < bottom; y++) {
    const end = (y * one.width + right) * channels;
    for (let i = (y * one.width + left) * channels; i < end; i++) {
      const difference = one.data[i]! - other.data[i]!;
      squares += difference * difference;
    }
  }
  return squares;
}

/** From the sum of squares of a pixel's channels, on average; at most 99 dB. */
export function psnr(squaresPerPixel: number): number {
  if (squaresPerPixel === 0) return equalDb;
  return Math.min(equalDb, 10 * Math.log10(255 ** 2 / (squaresPerPixel / channels)));
}

/** A picture made smaller by a whole factor: each pixel the mean of the square it covers. */
export function shrink({ data, width, height }: Raw, factor: number): Raw {
  const small = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
  const mean = new Uint8Array(small.width * small.height * channels);
  for (let y = 0, at = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let row = 0; row < factor; row++) {
          const first = ((y * factor + row) * width + x * factor) * channels + channel;
          for (let column = 0; column < factor; column++) sum += data[first + column * channels]!;
        }
        mean[at++] = Math.round(sum / factor ** 2);
      }
  return { data: mean, ...small };
}
