import { extraNoise } from './extraNoise.ts';
import { psnr, type Raw } from './likeness.ts';
import type { FrameLikeness } from './messages.ts';

/** Pixels a side of the squares whose means are compared, and squares a side of a tile. */
const square = 8;
const tileSquares = 8;
const channels = 3;

/** What the differences of two frames come to, in squares of a channel's steps. */
interface Differences {
  /** Of the means of squares. */
  readonly means: number;
  /** What noise alone would make of those. */
  readonly noise: number;
  /** How many squares. */
  readonly count: number;
}

/**
 * How close two renders of a frame of the same size are. Samples are random, so pixels differ by noise: seen in squares,
 * only so much of it is left as is known from the pixels, and what differs beyond that is the frame.
 */
export function frameLikeness(frame: Raw, check: Raw): FrameLikeness {
  const tile = square * tileSquares;
  let worst = 0;
  let whole: Differences = { means: 0, noise: 0, count: 0 };
  for (let top = 0; top < frame.height; top += tile)
    for (let left = 0; left < frame.width; left += tile) {
      const found = differencesIn(frame, check, left, top, tile);
      worst = Math.max(worst, beyondNoise(found));
      whole = {
        means: whole.means + found.means,
        noise: whole.noise + found.noise,
        count: whole.count + found.count,
      };
    }
  return {
    db: psnr(beyondNoise(whole)),
    worstTileDb: psnr(worst),
    extraNoise: extraNoise(frame, check),
  };
}

/** A square's share of the differences that noise does not explain, by chance neither: of few squares it is a rough guess. */
function beyondNoise({ means, noise, count }: Differences): number {
  return Math.max(0, means - noise * (1 + 3 / Math.sqrt(count))) / count;
}

function differencesIn(one: Raw, other: Raw, left: number, top: number, tile: number): Differences {
  const found = { means: 0, noise: 0, count: 0 };
  const right = Math.min(one.width, left + tile);
  const bottom = Math.min(one.height, top + tile);
  for (let y = top; y < bottom; y += square)
    for (let x = left; x < right; x += square) {
      found.count++;
      const width = Math.min(square, right - x);
      const height = Math.min(square, bottom - y);
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        let squares = 0;
        for (let row = 0; row < height; row++) {
          const first = ((y + row) * one.width + x) * channels + channel;
          for (let i = first; i < first + width * channels; i += channels) {
            const difference = one.data[i]! - other.data[i]!;
            sum += difference;
            squares += difference * difference;
          }
        }
        const pixels = width * height;
        found.means += (sum / pixels) ** 2;
        found.noise += squares / pixels ** 2;
      }
    }
  return found;
}
