import type { LivenessDocument } from '../model/liveness.ts';

/** A worker that mined a moment ago and does not now, or the other way round, is believed so often and no oftener. */
const closestTurnsMs = 10_000;

/**
 * Whether a heartbeat that says whether the worker mines turns what is known: at once, but for one that turned a moment ago.
 * What it then says again, with a later heartbeat, is taken.
 */
export function turnsMining(
  { mining: known = false, miningTurnedAt }: Pick<LivenessDocument, 'mining' | 'miningTurnedAt'>,
  mining: boolean,
  now: number,
): boolean {
  if (known === mining) return false;
  const sinceMs = miningTurnedAt ? now - miningTurnedAt.getTime() : Infinity;
  return sinceMs < 0 || sinceMs >= closestTurnsMs;
}
