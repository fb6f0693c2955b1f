import { limits } from './limits.ts';
import { milliUnitsOfFrame, priceOf, type Prices } from './pricing.ts';

/** What a render job asks for: frames, and how each is made. */
export interface FramesWanted {
  readonly frameStart: number;
  readonly frameEnd: number;
  readonly frameStep: number;
  readonly width: number;
  readonly height: number;
  readonly samples: number;
}

/** The frames of one task. */
export interface FrameRun {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly count: number;
  readonly milliUnits: number;
}

/** What a render job consists of and costs at most. */
export interface RenderPlan {
  readonly runs: readonly FrameRun[];
  readonly frameCount: number;
  readonly milliUnitsPerFrame: number;
  readonly milliUnits: number;
  /** What workers get at most, in micro-USD. */
  readonly reward: bigint;
  /** The platform's fee on top, in micro-USD. */
  readonly fee: bigint;
}

/** How many frames a range makes. */
export const frameCountOf = ({ frameStart, frameEnd, frameStep }: FramesWanted): number =>
  Math.floor((frameEnd - frameStart) / frameStep) + 1;

/**
 * Plans the rendering of a range of frames at a bid in micro-USD: runs of them that the reference GPU renders in about
 * five minutes.
 */
export function planRender(wanted: FramesWanted, prices: Prices, bid: bigint): RenderPlan {
  const milliUnitsPerFrame = milliUnitsOfFrame(wanted.width * wanted.height, wanted.samples, prices);
  const frameCount = frameCountOf(wanted);
  const runs = splitFrames(wanted, frameCount, milliUnitsPerFrame);
  const costs = runs.map(({ milliUnits }) => priceOf(milliUnits, bid, prices.feeBasisPoints));
  return {
    ...{ runs, frameCount, milliUnitsPerFrame, milliUnits: frameCount * milliUnitsPerFrame },
    reward: costs.reduce((sum, { reward }) => sum + reward, 0n),
    fee: costs.reduce((sum, { fee }) => sum + fee, 0n),
  };
}

/** Splits a range into runs of the same length, the last one shorter; each frame is in exactly one of them. */
export function splitFrames(
  { frameStart, frameStep: step }: FramesWanted,
  frameCount: number,
  milliUnitsPerFrame: number,
): FrameRun[] {
  const fitting = Math.floor(limits.taskMilliUnits / milliUnitsPerFrame);
  const fewest = Math.ceil(frameCount / limits.tasksPerJob);
  const perTask = Math.min(limits.framesPerTask, Math.max(1, fitting, fewest));
  return Array.from({ length: Math.ceil(frameCount / perTask) }, (_, index) => {
    const count = Math.min(perTask, frameCount - index * perTask);
    const start = frameStart + index * perTask * step;
    const end = start + (count - 1) * step;
    return { index, start, end, step, count, milliUnits: count * milliUnitsPerFrame };
  });
}

/** The numbers of a run's frames, ascending. */
export const framesOf = ({ start, step, count }: Pick<FrameRun, 'start' | 'step' | 'count'>): number[] =>
  Array.from({ length: count }, (_, i) => start + i * step);
