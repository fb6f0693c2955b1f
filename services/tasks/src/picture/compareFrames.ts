import { limits } from '../domain/limits.ts';
import { readOnBlack } from './decoder.ts';
import { frameLikeness } from './frameLikeness.ts';
import type { PictureWork } from './messages.ts';

type Compare = PictureWork['compareFrames'];

/** How close two renders of a frame are; null when their sizes differ. */
export async function compareFrames({ frame, check }: Compare['input']): Promise<Compare['output']> {
  // One after the other, so that only one is being decoded.
  const one = await readOnBlack(frame, limits.inputPixels);
  const other = await readOnBlack(check, limits.inputPixels);
  if (one.width !== other.width || one.height !== other.height) return null;
  return frameLikeness(one, other);
}
