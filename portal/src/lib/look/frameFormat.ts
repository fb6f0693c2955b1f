import type { FrameFormat } from '#lib/generated/graphql.ts';

const words: Record<FrameFormat, string> = {
  PNG8: 'PNG, 8 bit',
  PNG16: 'PNG, 16 bit',
  JPEG: 'JPEG',
};

/** All ways to write frames, the usual one first. */
export const frameFormats = Object.keys(words) as FrameFormat[];

/** A way to write frames, in words. */
export const formatText = (format: FrameFormat): string => words[format];

/** What files of a format end with. */
export const formatEnding = (format: FrameFormat): string => (format === 'JPEG' ? 'jpg' : 'png');
