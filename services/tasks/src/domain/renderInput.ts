import { DomainError } from '@pictor/kit';
import { z } from 'zod';
import { limits } from './limits.ts';
import { frameCountOf, planRender, type RenderPlan } from './planRender.ts';
import type { Prices } from './pricing.ts';

const lastFrame = 1_048_574;
const side = z.int().min(4).max(limits.sidePixels);

/** What a creator may ask to have rendered. */
export const renderSchema = z
  .object({
    frameStart: z.int().min(0).max(lastFrame),
    frameEnd: z.int().min(0).max(lastFrame),
    frameStep: z.int().min(1).max(lastFrame),
    width: side,
    height: side,
    samples: z.int().min(1).max(65_536),
    format: z.enum(['PNG8', 'PNG16', 'JPEG']),
  })
  .refine(({ frameStart, frameEnd }) => frameEnd >= frameStart, {
    path: ['frameEnd'],
    message: 'The last frame comes before the first.',
  })
  .refine(({ width, height }) => width * height <= limits.inputPixels, {
    path: ['height'],
    message: `A frame has at most ${limits.inputPixels / 1e6} megapixels.`,
  });

export type RenderInput = z.output<typeof renderSchema>;

/** The plan of what was asked for, at a bid in micro-USD. Errors: JOB_TOO_LARGE. */
export function planWithinBounds(wanted: RenderInput, prices: Prices, bid: bigint): RenderPlan {
  const frameCount = frameCountOf(wanted);
  if (frameCount > limits.frames)
    throw new DomainError(
      'JOB_TOO_LARGE',
      `A job has at most ${limits.frames} frames, not ${frameCount}: split it.`,
    );
  const plan = planRender(wanted, prices, bid);
  if (plan.milliUnits > limits.jobMilliUnits)
    throw new DomainError(
      'JOB_TOO_LARGE',
      `A job has at most ${limits.jobMilliUnits / 1_000} work units, not ${Math.ceil(plan.milliUnits / 1_000)}: ` +
        'split it, or ask for fewer samples or pixels.',
    );
  return plan;
}
