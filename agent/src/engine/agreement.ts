import type { Picture } from './tiles.ts';

/** How close two pictures of the same size are, in dB PSNR: as a whole, and in the square of 32 pixels that differs most. */
export interface Agreement {
  readonly db: number;
  readonly worstTileDb: number;
}

const TILE = 32;
const EQUAL_DB = 99;

/** Compares two pictures as the platform compares a result with its re-run. */
export function agreementOf(one: Picture, other: Picture): Agreement {
  let sum = 0;
  let worst = 0;
  for (let top = 0; top < one.height; top += TILE)
    for (let left = 0; left < one.width; left += TILE) {
      const right = Math.min(one.width, left + TILE);
      const bottom = Math.min(one.height, top + TILE);
      const squares = squaresIn(one, other, { left, right, top, bottom });
      sum += squares;
      worst = Math.max(worst, squares / (3 * (right - left) * (bottom - top)));
    }
  return { db: psnr(sum / (3 * one.width * one.height)), worstTileDb: psnr(worst) };
}

function squaresIn(
  one: Picture,
  other: Picture,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): number {
  let squares = 0;
  for (let y = top; y < bottom; y++)
    for (let i = 3 * (y * one.width + left); i < 3 * (y * one.width + right); i++)
      squares += ((one.pixels[i] as number) - (other.pixels[i] as number)) ** 2;
  return squares;
}

function psnr(meanSquare: number): number {
  return meanSquare === 0 ? EQUAL_DB : Math.min(EQUAL_DB, 10 * Math.log10(255 ** 2 / meanSquare));
}
