import { PictureError } from './PictureError.ts';

/** As many bytes as a header has, at most. */
export const blendHeaderBytes = 17;

/**
 * The version of the Blender that saved a scene, such as 3.4, from the first bytes: `BLENDER-v304` (pointer size, byte
 * order, version) or, since 5.0, `BLENDER17-01v0500` (header size, format version).
 */
export function blendVersion(head: Buffer): string {
  const text = head.toString('latin1', 0, blendHeaderBytes);
  const [, order, digits] =
    /^BLENDER[-_]([vV])(\d{3})/.exec(text) ?? /^BLENDER17-\d\d(v)(\d{4})/.exec(text) ?? [];
  if (!digits) throw new PictureError('NOT_A_SCENE', 'The file does not begin as a .blend does.');
  if (order === 'V')
    throw new PictureError(
      'NOT_A_SCENE',
      'The scene was saved in the byte order of old machines, which today’s Blender cannot read: save it again with a newer one.',
    );
  const major = Math.floor(Number(digits) / 100);
  const minor = Number(digits) % 100;
  // Up to 2.93, releases counted hundredths; 3.0 and later count from 0.
  return major < 3 ? `${major}.${String(minor).padStart(2, '0')}` : `${major}.${minor}`;
}
