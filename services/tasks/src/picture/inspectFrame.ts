import type { Metadata } from 'sharp';
import { openPicture, readRaw, writePreview } from './decoder.ts';
import { hashOf } from './hashOf.ts';
import type { FrameFinding, FrameFormat, PictureWork } from './messages.ts';
import { pictureType } from './pictureType.ts';

type Inspect = PictureWork['frame'];

/** What Blender writes; a scene may be grey, transparent or both, which JPEG cannot. */
const formats: Record<FrameFormat, { type: string; depth: string; bits: number; channels: number[] }> = {
  PNG8: { type: 'image/png', depth: 'uchar', bits: 8, channels: [1, 2, 3, 4] },
  PNG16: { type: 'image/png', depth: 'ushort', bits: 16, channels: [1, 2, 3, 4] },
  JPEG: { type: 'image/jpeg', depth: 'uchar', bits: 8, channels: [1, 3] },
};

/** Values below this are black, of 255. */
const visible = 2;

/** Looks at a rendered frame: whether it is the one reported, in its format and size, whole, and black all over. */
export async function inspectFrame(input: Inspect['input']): Promise<Inspect['output']> {
  const { frame, sha256, width, height, format, preview } = input;
  if ((await hashOf(frame)) !== sha256) return unreadable('The file is not the one that was reported.');
  if ((await pictureType(frame)) !== formats[format].type) return unreadable(`The file is not a ${format}.`);
  const found = await openPicture(frame, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!found) return unreadable('The file is broken.');
  if (found.width !== width || found.height !== height)
    return {
      ok: false,
      reasonCode: 'FRAME_WRONG_SIZE',
      reason: `The frame has ${found.width} × ${found.height} pixels and not ${width} × ${height}.`,
    };
  if (!isOf(format, found)) return unreadable(`The file is not a ${format} as Blender writes it.`);
  const raw = await readRaw(frame, width * height).catch(() => undefined);
  if (!raw) return unreadable('The file is broken or cut short.');
  await writePreview(frame, preview);
  return { ok: true, black: raw.data.every((value) => value < visible) };
}

function isOf(
  format: FrameFormat,
  { depth, bitsPerSample, channels, space, orientation }: Metadata,
): boolean {
  const wanted = formats[format];
  // A palette or fewer bits are spread to 8 on decoding; the file has what it has.
  if (depth !== wanted.depth || (bitsPerSample ?? wanted.bits) !== wanted.bits) return false;
  return wanted.channels.includes(channels) && space !== 'cmyk' && (orientation ?? 1) === 1;
}

function unreadable(reason: string): FrameFinding {
  return { ok: false, reasonCode: 'FRAME_UNREADABLE', reason };
}
