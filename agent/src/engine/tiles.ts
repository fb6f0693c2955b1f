import type { EngineProgress } from './Engine.ts';
import type { Crop } from './UpscaleJob.ts';

/** Edge of a tile in input pixels; it bounds the memory that the model needs. */
export const TILE = 192;
/** Input pixels around a tile that the model sees as well: more than its reach, so that no seam can show. */
export const OVERLAP = 12;
/** How many times wider and higher the result is. */
export const FACTOR = 2;

/** Pixels as 8-bit red, green, blue, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Upscales planar float pixels [3, height, width] of 0 to 255; the answer may leave that range. */
export type Model = (planes: Float32Array, width: number, height: number) => Promise<Float32Array>;

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Upscales the rows of a picture that the crop names, tile by tile; equal to the same rows of the whole, upscaled. Tells and
 * shows what there is after each tile, and waits until that was looked at.
 */
export async function upscale(
  picture: Picture,
  crop: Crop,
  model: Model,
  onProgress: (progress: EngineProgress, sofar: Picture) => unknown,
): Promise<Picture> {
  const tiles = tilesOf(picture.width, crop);
  const width = picture.width * FACTOR;
  const height = crop.height * FACTOR;
  // What is not made yet is grey to whoever looks.
  const result: Picture = { width, height, pixels: new Uint8Array(3 * width * height).fill(0x80) };
  await onProgress({ done: 0, total: tiles.length }, result);
  for (const [index, tile] of tiles.entries()) {
    const seen = grown(tile, picture);
    const planes = toPlanes(picture, seen);
    const upscaled = await model(planes, seen.right - seen.left, seen.bottom - seen.top);
    copyTile(upscaled, seen, tile, result, crop.top);
    await onProgress({ done: index + 1, total: tiles.length }, result);
  }
  return result;
}

function tilesOf(width: number, crop: Crop): Rectangle[] {
  const bottom = crop.top + crop.height;
  const tiles: Rectangle[] = [];
  for (let y = crop.top; y < bottom; y += TILE)
    for (let x = 0; x < width; x += TILE)
      tiles.push({
        left: x,
        top: y,
        right: Math.min(width, x + TILE),
        bottom: Math.min(bottom, y + TILE),
      });
  return tiles;
}

function grown({ left, top, right, bottom }: Rectangle, { width, height }: Picture): Rectangle {
  return {
    left: Math.max(0, left - OVERLAP),
    top: Math.max(0, top - OVERLAP),
    right: Math.min(width, right + OVERLAP),
    bottom: Math.min(height, bottom + OVERLAP),
  };
}

function toPlanes({ width, pixels }: Picture, { left, top, right, bottom }: Rectangle): Float32Array {
  const size = (right - left) * (bottom - top);
  const planes = new Float32Array(3 * size);
  let to = 0;
  for (let y = top; y < bottom; y++) {
    let from = 3 * (y * width + left);
    for (let x = left; x < right; x++, to++) {
      planes[to] = pixels[from++] as number;
      planes[to + size] = pixels[from++] as number;
      planes[to + 2 * size] = pixels[from++] as number;
    }
  }
  return planes;
}

function copyTile(
  planes: Float32Array,
  seen: Rectangle,
  tile: Rectangle,
  result: Picture,
  firstRow: number,
): void {
  const stride = (seen.right - seen.left) * FACTOR;
  const size = stride * (seen.bottom - seen.top) * FACTOR;
  for (let y = tile.top * FACTOR; y < tile.bottom * FACTOR; y++) {
    let from = (y - seen.top * FACTOR) * stride + (tile.left - seen.left) * FACTOR;
    let to = 3 * ((y - firstRow * FACTOR) * result.width + tile.left * FACTOR);
    for (let x = tile.left * FACTOR; x < tile.right * FACTOR; x++, from++) {
      result.pixels[to++] = toByte(planes[from] as number);
      result.pixels[to++] = toByte(planes[from + size] as number);
      result.pixels[to++] = toByte(planes[from + 2 * size] as number);
    }
  }
}

function toByte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.floor(value + 0.5);
}
