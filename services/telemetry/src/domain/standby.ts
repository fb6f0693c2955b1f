import { isDeepStrictEqual } from 'node:util';
import type { Standby } from '@pictor/schema/events';
import type { LivenessDocument } from '../model/liveness.ts';

/** What turned a moment ago and turns again is believed so often and no oftener. */
const closestTurnsMs = 10_000;

const none: Standby = { mining: false, hold: null };

/**
 * Whether a heartbeat that says what the worker does beside its tasks turns what is known: at once, but for one that turned
 * a moment ago. What it then says again, with a later heartbeat, is taken.
 */
export function turnsStandby(
  { standby: known = none, standbyTurnedAt }: Pick<LivenessDocument, 'standby' | 'standbyTurnedAt'>,
  standby: Standby,
  now: number,
): boolean {
  if (isDeepStrictEqual(known, standby)) return false;
  const sinceMs = standbyTurnedAt ? now - standbyTurnedAt.getTime() : Infinity;
  return sinceMs < 0 || sinceMs >= closestTurnsMs;
}
