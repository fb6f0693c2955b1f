import { limits } from '../domain/limits.ts';
import { ourPng, readRaw, sharp } from './decoder.ts';
import type { PictureWork } from './messages.ts';

type CutWork = PictureWork['cut'];

/** Cuts bands from a picture, which is decoded once. */
export async function cutBands({ picture, cuts }: CutWork['input']): Promise<CutWork['output']> {
  const { data, width } = await readRaw(picture, limits.inputPixels);
  const rowBytes = width * 3;
  for (const { top, height, path } of cuts) {
    const rows = data.subarray(top * rowBytes, (top + height) * rowBytes);
    await sharp(rows, { raw: { width, height, channels: 3 } })
      .png(ourPng)
      .toFile(path);
  }
  return null;
}
