import type { Raw } from './likeness.ts';

const channels = 3;
/** Pixels a side of the tiles that are weighed alike, so that no few bright specks decide. */
const tile = 16;
/** Steps at which noise is looked for: one that was blurred just enough to look right at the first does not at the next. */
const steps = [1, 2];
/** What rounding to 8 bit makes of a value's ripple, squared, in a difference: a sixth, for each of 36. */
const rounding = 6;
/** Differences of less than this share of what both frames show are too small to tell who has more noise. */
const slight = 0.1;
/** Where fewer tiles than this have noise that differs, of all or of a small picture's, there is not enough to tell. */
const fewTiles = (tiles: number) => 0.1 * Math.max(tiles, 200);

/**
 * How much more noise the first has than the other, against the noise in which they differ: 0 for as much, 1 when all of
 * it is in the first, below 0 for less; at the step where that is most. What the frame shows is in both and cancels out.
 */
export function extraNoise(one: Raw, other: Raw): number {
  const found = steps.map((step) => extraAt(one, other, step));
  return found.reduce((most, extra) => (Math.abs(extra) > Math.abs(most) ? extra : most));
}

function extraAt(one: Raw, other: Raw, step: number): number {
  let extra = 0;
  let apart = 0;
  let tiles = 0;
  for (let top = step; top < one.height - step; top += tile)
    for (let left = step; left < one.width - step; left += tile) {
      const noise = noiseIn(one, other, left, top, step);
      const scale = noise.apart + slight * (noise.one + noise.other) + rounding * noise.values;
      tiles++;
      extra += (noise.one - noise.other) / scale;
      apart += noise.apart / scale;
    }
  return extra / (apart + fewTiles(tiles));
}

/** The squares of a tile's ripples: of each frame, and of their difference. */
function noiseIn(one: Raw, other: Raw, left: number, top: number, step: number) {
  const right = Math.min(one.width - step, left + tile);
  const bottom = Math.min(one.height - step, top + tile);
  const down = one.width * channels * step;
  const noise = { one: 0, other: 0, apart: 0, values: 0 };
  for (let y = top; y < bottom; y++) {
    const end = (y * one.width + right) * channels;
    for (let i = (y * one.width + left) * channels; i < end; i++) {
      const mine = ripple(one.data, i, step * channels, down);
      const theirs = ripple(other.data, i, step * channels, down);
      noise.values++;
      noise.one += mine ** 2;
      noise.other += theirs ** 2;
      noise.apart += (mine - theirs) ** 2;
    }
  }
  return noise;
}

/** How far a value is off the plane through those around it. */
function ripple(data: Uint8Array, i: number, across: number, down: number): number {
  const sides = data[i - down]! + data[i + down]! + data[i - across]! + data[i + across]!;
  const above = data[i - down - across]! + data[i - down + across]!;
  const below = data[i + down - across]! + data[i + down + across]!;
  return 4 * data[i]! - 2 * sides + above + below;
}
