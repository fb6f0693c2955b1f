import sharp, { type Sharp, type SharpOptions } from 'sharp';
import type { Raw } from './likeness.ts';

// One picture at a time and nothing kept, so that memory is bounded; no decoder but the three that are asked for.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] });

export { sharp };

/** Opens a picture file; broken and truncated ones are refused when they are read. */
export function openPicture(path: string | string[], options: SharpOptions = {}): Sharp {
  return sharp(path, { failOn: 'error', sequentialRead: true, ...options });
}

/** A picture's pixels in 8-bit sRGB, without alpha. */
export async function readRaw(path: string, maxPixels: number): Promise<Raw> {
  const { data, info } = await openPicture(path, { limitInputPixels: maxPixels })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A picture's pixels in 8-bit sRGB, on black where they are transparent. */
export async function readOnBlack(path: string, maxPixels: number): Promise<Raw> {
  const { data, info } = await openPicture(path, { limitInputPixels: maxPixels })
    .flatten({ background: 'black' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Writes a picture made smaller for lists. */
export async function writePreview(picture: string, preview: string): Promise<void> {
  await openPicture(picture, { limitInputPixels: false })
    .resize({ width: 640, height: 2_560, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 85 })
    .toFile(preview);
}

/** How our own pictures are written: quickly, without loss. */
export const ourPng = { compressionLevel: 3 } as const;
