/** Frames from one number to another. */
export interface FrameRange {
  start: number;
  end: number;
  step: number;
}

/** How many frames a range makes; none when it ends before it starts. */
export function frameCount({ start, end, step }: FrameRange): number {
  return end < start ? 0 : Math.floor((end - start) / step) + 1;
}

/** A range in words: frame 5, frames 1–24, frames 1–23 in steps of 2. */
export function framesText(range: FrameRange): string {
  const { start, step } = range;
  const count = frameCount(range);
  if (count <= 1) return `frame ${start}`;
  const last = start + (count - 1) * step;
  return `frames ${start}–${last}${step > 1 ? ` in steps of ${step}` : ''}`;
}
