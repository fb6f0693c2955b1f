import { limits } from '../domain/limits.ts';
import { readRaw } from './decoder.ts';
import { likeness } from './likeness.ts';
import type { PictureWork } from './messages.ts';

type Compare = PictureWork['compare'];

/** How close two results are; null when their sizes differ. */
export async function compareResults({ result, check }: Compare['input']): Promise<Compare['output']> {
  const [one, other] = await Promise.all([result, check].map((path) => readRaw(path, limits.inputPixels)));
  if (!one || !other || one.width !== other.width || one.height !== other.height) return null;
  return likeness(one, other);
}
