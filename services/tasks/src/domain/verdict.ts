import type { FrameLikeness, Likeness } from '../picture/messages.ts';

/**
 * What a result must reach against its input, both seen from afar. Honest results reach 23 dB on the worst of inputs,
 * single-pixel patterns, and 50 on usual ones; black, white and noise stay below 14 but where the input is just that.
 */
const plausible: Likeness = { db: 18, worstTileDb: 12 };

/** What two runs of the same network must reach, on whatever hardware: their last bits differ. Bicubic reaches 39 dB. */
const agreeing: Likeness = { db: 45, worstTileDb: 35 };

const reaches = (likeness: Likeness, bound: Likeness): boolean =>
  likeness.db >= bound.db && likeness.worstTileDb >= bound.worstTileDb;

/** Whether a result can have been made from its input. */
export const isPlausible = (likeness: Likeness): boolean => reaches(likeness, plausible);

/** Whether a re-run came to the same result. */
export const agrees = (likeness: Likeness): boolean => reaches(likeness, agreeing);

/**
 * What two renders of a frame must reach beyond their noise. With other random numbers, as on other hardware, they reach
 * 54 dB, and 48 in the worst tile; where both are smoothed, as by a denoiser, 45 and 41. 3 % brighter, shifted by a pixel,
 * or the next frame: at most 42, and 37 in the worst tile. docs/decisions/0007-render-verification.md has the table.
 */
const sameFrame: Likeness = { db: 42, worstTileDb: 37 };

/** Honest renders come to 0.03 either way, half the samples to 0.3 and more, enlarged ones to -0.58 and less. */
const mostExtraNoise = 0.25;

/** Whether a frame and its re-run are renders of the same with as many samples. */
export const framesAgree = (likeness: FrameLikeness): boolean =>
  reaches(likeness, sameFrame) && Math.abs(likeness.extraNoise) <= mostExtraNoise;
