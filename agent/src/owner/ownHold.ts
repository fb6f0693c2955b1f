import type { HoldInput, HoldReason } from '../generated/graphql.ts';
import type { Hold } from './decideIntent.ts';

type OwnHold = Hold & { readonly by: Exclude<Hold['by'], 'PORTAL'> };

/**
 * What keeps a machine from tasks by itself, as the platform is told: the strictest, the longest of several, and the moment
 * at which nothing does any more; null for nothing.
 */
export function ownHold(holds: readonly Hold[]): HoldInput | null {
  const own = holds.filter((hold): hold is OwnHold => hold.by !== 'PORTAL');
  const pauses = own.filter(({ intent }) => intent === 'PAUSE');
  const worst = longest(pauses) ?? longest(own);
  return worst ? { reason: reasonOf(worst), until: longest(own)!.until } : null;
}

function longest(holds: readonly OwnHold[]): OwnHold | undefined {
  return holds.reduce<OwnHold | undefined>(
    (one, other) => (one && endOf(one) >= endOf(other) ? one : other),
    undefined,
  );
}

function endOf({ until }: Hold): number {
  return until === null ? Infinity : Date.parse(until);
}

function reasonOf({ by, intent }: OwnHold): HoldReason {
  if (by !== 'OWNER') return by;
  return intent === 'DRAIN' ? 'DRAINED' : 'PAUSED';
}
