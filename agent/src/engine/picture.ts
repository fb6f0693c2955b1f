import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Crop } from './UpscaleJob.ts';
import { EngineError } from './EngineError.ts';
import type { Picture } from './tiles.ts';

// Bands are PNG; the readers of all other formats stay shut to whoever would try them.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng'] });
sharp.cache(false);

/** The largest input picture, in pixels: it bounds what a decompression bomb could make of a small file. */
export const MAX_INPUT_PIXELS = 4 * 1024 * 1024;

/** Decodes a picture to 8-bit RGB; throws EngineError INPUT_REFUSED for what is none or does not have the rows. */
export async function readPicture(
  path: string,
  crop: Crop,
  mostPixels: number = MAX_INPUT_PIXELS,
): Promise<Picture> {
  const { data, info } = await sharp(path, { limitInputPixels: mostPixels, failOn: 'error' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new EngineError('INPUT_REFUSED', `The input cannot be decoded: ${messageOf(cause)}.`, { cause });
    });
  const { top, height } = crop;
  if (
    !Number.isInteger(top) ||
    !Number.isInteger(height) ||
    top < 0 ||
    height < 1 ||
    top + height > info.height
  ) {
    throw new EngineError(
      'INPUT_REFUSED',
      `The input has ${info.height} rows; ${height} rows from row ${top} on are not in it.`,
    );
  }
  return { width: info.width, height: info.height, pixels: data };
}

/** Writes a picture as an 8-bit RGB PNG and waits until it is on disk; throws EngineError OUTPUT_FAILED. */
export async function writePicture(path: string, { width, height, pixels }: Picture): Promise<void> {
  const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  await writeFile(path, png, { flush: true }).catch((cause: unknown) => {
    throw new EngineError('OUTPUT_FAILED', `The result cannot be written: ${messageOf(cause)}.`, { cause });
  });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.trim().replace(/\.$/, '') : String(cause);
}
