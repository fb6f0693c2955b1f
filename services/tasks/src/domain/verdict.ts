import type { Likeness } from '../picture/messages.ts';

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
