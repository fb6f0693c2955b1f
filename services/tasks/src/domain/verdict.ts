import type { Likeness } from '../picture/messages.ts';

/** What a result made smaller must reach against its input: far from garbage and black, short of what noise may cost. */
const plausible: Likeness = { db: 15, worstTileDb: 5 };

/** What two runs of the same network must reach, on whatever hardware: their last bits differ. */
const agreeing: Likeness = { db: 45, worstTileDb: 35 };

const reaches = (likeness: Likeness, bound: Likeness): boolean =>
  likeness.db >= bound.db && likeness.worstTileDb >= bound.worstTileDb;

/** Whether a result can have been made from its input. */
export const isPlausible = (likeness: Likeness): boolean => reaches(likeness, plausible);

/** Whether a re-run came to the same result. */
export const agrees = (likeness: Likeness): boolean => reaches(likeness, agreeing);
