import type { LivenessDocument } from '../model/liveness.ts';

/** Silence after which a worker is STALE. A heartbeat is due every 10 s. */
export const staleAfterMs = 30_000;
/** Silence after which it is OFFLINE. */
export const offlineAfterMs = 90_000;

type Silent = Pick<LivenessDocument, 'connectivity' | 'lastHeardAt' | 'dueAt'>;

/** What a worker whose deadline has passed is now, and when silence will change that again. */
export function connectivityAfterSilence(
  silent: Silent,
  now: number,
): { connectivity: 'STALE' | 'OFFLINE'; dueAt: Date | null } {
  const offlineAt = silentSince(silent) + offlineAfterMs;
  if (now >= offlineAt) return { connectivity: 'OFFLINE', dueAt: null };
  return { connectivity: 'STALE', dueAt: new Date(offlineAt) };
}

/** A heartbeat from before the clock was set back lies in the future: then the deadline tells since when it is silent. */
function silentSince({ connectivity, lastHeardAt, dueAt }: Silent): number {
  const silenceMs = connectivity === 'ONLINE' ? staleAfterMs : offlineAfterMs;
  return Math.min(lastHeardAt?.getTime() ?? Infinity, dueAt ? dueAt.getTime() - silenceMs : Infinity);
}
