import type { Connectivity, LivenessDocument } from '../model/liveness.ts';

/** Silence after which a worker is STALE. A heartbeat is due every 10 s. */
export const staleAfterMs = 30_000;
/** Silence after which it is OFFLINE. */
export const offlineAfterMs = 90_000;

type Silent = Pick<LivenessDocument, 'lastHeardAt' | 'dueAt'>;

/** What a worker whose deadline has passed is now, and when silence will change that again. */
export function connectivityAfterSilence(
  { lastHeardAt, dueAt }: Silent,
  now: number,
): { connectivity: Extract<Connectivity, 'STALE' | 'OFFLINE'>; dueAt: Date | null } {
  const offlineAt = silentSince({ lastHeardAt, dueAt }) + offlineAfterMs;
  if (now >= offlineAt) return { connectivity: 'OFFLINE', dueAt: null };
  return { connectivity: 'STALE', dueAt: new Date(offlineAt) };
}

/** A heartbeat from before the clock was set back lies in the future: then the deadline tells since when it is silent. */
function silentSince({ lastHeardAt, dueAt }: { [K in keyof Silent]: Silent[K] | undefined }): number {
  const heard = lastHeardAt?.getTime() ?? 0;
  return Math.min(heard, (dueAt?.getTime() ?? heard + staleAfterMs) - staleAfterMs);
}
