import type { LivenessDocument } from '../model/liveness.ts';
import { staleAfterMs } from './connectivity.ts';

/** What is heard at a moment counts for the time since the last heartbeat, up to the silence that makes it STALE. */
export function heardSince(lastHeardAt: Date | undefined, now: number): number {
  if (!lastHeardAt) return 0;
  return Math.min(Math.max(now - lastHeardAt.getTime(), 0), staleAfterMs);
}

/** Share of the time since enrolment in which the worker was heard from, 0 to 1; null before it was. */
export function uptimeOf(liveness: LivenessDocument | null, now: number): number | null {
  if (!liveness) return null;
  const { enrolledAt, deletedAt, lastHeardAt, heardMs } = liveness;
  if (!enrolledAt || !lastHeardAt) return null;
  const end = Math.min(now, deletedAt?.getTime() ?? now);
  const span = end - enrolledAt.getTime();
  return span > 0 ? Math.min((heardMs + heardSince(lastHeardAt, end)) / span, 1) : 1;
}
