import type { Metadata } from 'sharp';
import { limits } from '../domain/limits.ts';
import { openPicture, ourPng, writePreview } from './decoder.ts';
import type { PictureWork } from './messages.ts';
import { PictureError } from './PictureError.ts';
import { pictureType } from './pictureType.ts';

type Normalise = PictureWork['normalise'];

/** Decodes an upload and writes what we go on with: upright, 8-bit sRGB, as PNG, and a preview of it. */
export async function normalise({
  upload,
  contentType,
  picture,
  preview,
}: Normalise['input']): Promise<Normalise['output']> {
  if ((await pictureType(upload)) !== contentType)
    throw new PictureError('NOT_A_PICTURE', `The file is not of the announced type ${contentType}.`);
  const source = openPicture(upload, { limitInputPixels: limits.inputPixels });
  checkSize(await source.metadata().catch(refuse));
  const { width, height, channels, size } = await source
    .autoOrient()
    .toColourspace('srgb')
    .png(ourPng)
    .toFile(picture)
    .catch(refuse);
  await writePreview(picture, preview);
  return { width, height, hasAlpha: channels === 4, sizeBytes: size };
}

function checkSize({ width, height }: Metadata): void {
  if (width * height <= limits.inputPixels && Math.max(width, height) <= limits.sidePixels) return;
  throw tooLarge(`It has ${width} × ${height} pixels.`);
}

function refuse(cause: Error): never {
  if (/exceeds pixel limit/i.test(cause.message)) throw tooLarge(cause.message);
  if (/no space left/i.test(cause.message)) throw cause;
  throw new PictureError(
    'NOT_A_PICTURE',
    'The file cannot be read as a picture: it is broken or cut short.',
    {
      cause,
    },
  );
}

function tooLarge(detail: string): PictureError {
  const megapixels = limits.inputPixels / 1e6;
  return new PictureError(
    'PICTURE_TOO_LARGE',
    `A picture has at most ${megapixels} megapixels and ${limits.sidePixels} pixels a side. ${detail}`,
  );
}
