import type { Times } from './times.ts';

/** How an attempt has come along, by the server's clock; times in milliseconds since 1970. */
export interface Pace {
  readonly startedAt: number;
  /** When progress was last made. */
  readonly movedAt: number;
  /** Share done, 0 to 1. */
  readonly progress: number;
  readonly milliUnits: number;
}

/** Below this share a pace says nothing yet. */
const tellingProgress = 0.02;

/** When what is under way should be done, from its pace so far; undefined while unknown. Milliseconds since 1970. */
export function expectedEnd(startedAt: number, movedAt: number, progress: number): number | undefined {
  if (progress < tellingProgress || movedAt <= startedAt) return undefined;
  return Math.round(startedAt + (movedAt - startedAt) / Math.min(1, progress));
}

/** How long the whole attempt should take: from its pace, else at the speed of the reference GPU. Milliseconds. */
export function estimateMs({ startedAt, movedAt, progress, milliUnits }: Pace): number {
  const end = expectedEnd(startedAt, movedAt, progress);
  return end === undefined ? milliUnits : end - startedAt;
}

/** When the task of an expired lease is offered to others. */
export function reofferAt(expiresAt: number, pace: Pace, times: Times): number {
  const quarter = estimateMs(pace) / 4;
  return expiresAt + Math.min(times.reofferMax, Math.max(times.reofferMin, quarter));
}
