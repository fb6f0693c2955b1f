import { limits } from '../domain/limits.ts';
import { openPicture, readRaw } from './decoder.ts';
import { hashOf } from './hashOf.ts';
import { likeness, shrink } from './likeness.ts';
import type { PictureWork } from './messages.ts';
import { pictureType } from './pictureType.ts';

type Inspect = PictureWork['inspect'];

/** Input pixels a side of what is compared: a network may redraw finer detail, and honest results of noise would look bad. */
const coarse = 4;
const coarseTile = 16;

/** How close a result is to the rows it was made from, seen from afar; null unless it is a plain PNG of the right size. */
export async function inspectResult(input: Inspect['input']): Promise<Inspect['output']> {
  const { result, sha256, band, keepTop, keepHeight, width, factor } = input;
  const wanted = { width: width * factor, height: keepHeight * factor };
  if ((await hashOf(result)) !== sha256 || !(await isPlainPng(result, wanted))) return null;
  const made = await readRaw(result, wanted.width * wanted.height).catch(() => undefined);
  if (!made) return null;
  const given = await readRaw(band, limits.inputPixels);
  const rowBytes = given.width * 3;
  const kept = given.data.subarray(keepTop * rowBytes, (keepTop + keepHeight) * rowBytes);
  const by = Math.min(coarse, width, keepHeight);
  const far = shrink({ data: kept, width, height: keepHeight }, by);
  return likeness(shrink(made, factor * by), far, coarseTile);
}

async function isPlainPng(path: string, { width, height }: { width: number; height: number }) {
  if ((await pictureType(path)) !== 'image/png') return false;
  const found = await openPicture(path, { limitInputPixels: width * height })
    .metadata()
    .catch(() => undefined);
  if (!found || found.width !== width || found.height !== height) return false;
  return found.channels === 3 && found.depth === 'uchar' && found.space === 'srgb' && !found.hasProfile;
}
