import { DomainError, parseInput } from '@pictor/kit';
import { dollars } from '@pictor/schema/dollars';
import { z } from 'zod';
import { readCeiling } from './ceiling.ts';
import { limits } from './limits.ts';
import { planWithinBounds, renderSchema } from './renderInput.ts';
import { leastMilliUnits } from './pricing.ts';
import { planUpscale } from './planUpscale.ts';
import type { World } from './world.ts';

const sizeSchema = z.object({ width: z.int().min(1), height: z.int().min(1) });
const factor = 2;

/** What a job would take; money in micro-USD. */
export interface EstimateView {
  readonly milliUnits: number;
  readonly taskCount: number;
  readonly reward: bigint;
  readonly fee: bigint;
  readonly maxCost: bigint;
  readonly method: string;
  readonly assumed: boolean;
}

/**
 * What upscaling a picture of this size would take and cost at most, at a ceiling in micro-USD. Errors: INVALID_INPUT,
 * PICTURE_TOO_LARGE.
 */
export function estimateUpscale({ prices }: World, given: unknown, ceiling?: unknown): EstimateView {
  const { width, height } = parseInput(sizeSchema, given);
  const bid = readCeiling(ceiling, prices);
  if (width * height > limits.inputPixels || Math.max(width, height) > limits.sidePixels)
    throw new DomainError(
      'PICTURE_TOO_LARGE',
      `A picture has at most ${limits.inputPixels / 1e6} megapixels and ${limits.sidePixels} pixels a side.`,
    );
  const { bands, milliUnits, reward, fee } = planUpscale({ width, height }, factor, prices, bid);
  return {
    ...{ milliUnits, reward, fee },
    taskCount: bands.length,
    maxCost: reward + fee,
    method:
      `${prices.upscaleMilliUnitsPerMegapixel} milli-units per output megapixel, rounded up and at least ${leastMilliUnits} for each task, ` +
      `at ${dollars(bid)} for 3,600 work units, and a fee of ${prices.feeBasisPoints / 100} % on top.`,
    assumed: prices.assumed,
  };
}

/**
 * What rendering these frames would take and cost at most, at a ceiling in micro-USD. Errors: INVALID_INPUT,
 * JOB_TOO_LARGE.
 */
export function estimateRender({ prices }: World, given: unknown, ceiling?: unknown): EstimateView {
  const bid = readCeiling(ceiling, prices);
  const { runs, milliUnits, milliUnitsPerFrame, reward, fee } = planWithinBounds(
    parseInput(renderSchema, given),
    prices,
    bid,
  );
  return {
    ...{ milliUnits, reward, fee },
    taskCount: runs.length,
    maxCost: reward + fee,
    method:
      `${milliUnitsPerFrame.toLocaleString('en-US')} milli-units a frame: ${prices.renderMilliUnitsPerMegasample} for each sample of each megapixel ` +
      `and ${prices.renderMilliUnitsPerFrame.toLocaleString('en-US')} on top, at ${dollars(bid)} for 3,600 work units, ` +
      `and a fee of ${prices.feeBasisPoints / 100} % on top. ` +
      'How heavy the scene is does not count.',
    assumed: prices.assumed,
  };
}

/** What work is worth. */
export function pricesView({ prices }: World) {
  const { defaultBidMicroUsd: defaultBid, ...others } = prices;
  return { ...others, defaultBid };
}
