import { z } from 'zod';
import { previewSchema } from '../preview.ts';
import type { FrameFormat } from '../../generated/graphql.ts';

/** What a frame's file must be. */
export interface FrameCheck {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly format: FrameFormat;
}

/** What is wrong with a frame's file, in a sentence, or null for nothing; and a preview of it. What is no verdict is taken for a problem. */
export const verdictSchema = z
  .object({ problem: z.string().max(2_000).nullable(), preview: previewSchema })
  .catch({ problem: 'its decoder answered what it cannot mean', preview: null });

export type FrameVerdict = z.infer<typeof verdictSchema>;

/** How a file of a format is written, as its decoder names it. */
export const frameFormats = {
  PNG8: { extension: 'png', decodes: 'png', depth: 'uchar' },
  PNG16: { extension: 'png', decodes: 'png', depth: 'ushort' },
  JPEG: { extension: 'jpg', decodes: 'jpeg', depth: 'uchar' },
} as const satisfies Record<FrameFormat, object>;
