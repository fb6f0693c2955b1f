import type { JobRowFragment, TaskRowFragment } from '#lib/generated/graphql.ts';
import { sentence } from './counted.ts';
import { framesText } from './frameRange.ts';
import { pixels } from './pixels.ts';

/** What a job does, and of what. */
export interface JobWhat {
  does: string;
  /** Parts of a list. */
  of: string[];
}

/** Puts what a job does into words: AI upscale ×2 of 640 × 360, 3D render of frames 1–24, 1,920 × 1,080, 64 samples. */
export function jobWhat({
  factor,
  input,
  render,
}: Pick<JobRowFragment, 'factor' | 'input' | 'render'>): JobWhat {
  if (!render) {
    return {
      does: factor ? `AI upscale ×${factor}` : 'AI upscale',
      of: input ? [pixels(input.width, input.height)] : [],
    };
  }
  const frames = framesText({ start: render.frameStart, end: render.frameEnd, step: render.frameStep });
  return {
    does: '3D render',
    of: [frames, pixels(render.width, render.height), samplesText(render.samples)],
  };
}

/** How often each pixel is sampled: 1 sample, 64 samples. */
export function samplesText(samples: number): string {
  return `${samples.toLocaleString('en-US')} ${samples === 1 ? 'sample' : 'samples'}`;
}

/** What a task makes: Band 3, Frames 1–24. */
export function taskName({ index, frames }: Pick<TaskRowFragment, 'index' | 'frames'>): string {
  return frames ? sentence(framesText(frames)) : `Band ${index + 1}`;
}
