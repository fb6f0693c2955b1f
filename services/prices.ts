import { milliUnitsEach, reference } from '@pictor/schema/reference';

/**
 * What work is worth, in one place: tasks fixes units, bid and fee from it when a task is leased, and the API shows it.
 * The speeds are the reference GPU's, assumed until one has been measured, and the API says so.
 */
export const prices = {
  /** Work units of one output megapixel of upscaling, in milli-units (1,000 are one second of the reference GPU). */
  upscaleMilliUnitsPerMegapixel: milliUnitsEach('UPSCALE'),
  /** Work units of one sample of one megapixel of rendering by Cycles, in milli-units. */
  renderMilliUnitsPerMegasample: milliUnitsEach('RENDER'),
  /** Work units of each frame on top, for loading and writing, in milli-units. */
  renderMilliUnitsPerFrame: 1_000,
  /** What a worker asks for 3,600 work units, in micro-dollars. */
  defaultBidMicroUsd: 500_000n,
  /** The platform's fee on top of the reward, paid by the creator, in hundredths of a per cent. */
  feeBasisPoints: 1_000,
  assumed: reference.assumed,
} as const;
