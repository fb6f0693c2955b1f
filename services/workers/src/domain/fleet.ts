import { shownStatuses, type ShownStatus } from './status.ts';
import type { Asker, World } from './world.ts';

/** A provider's workers, counted by the word they show. */
export interface Fleet {
  total: number;
  counts: { status: ShownStatus; count: number }[];
}

/** How the provider's workers stand; null for anyone who is no provider. */
export async function fleet({ workers }: World, { actor }: Asker): Promise<Fleet | null> {
  if (!actor?.permissions.includes('provide')) return null;
  const groups = await workers.aggregate<{ _id: number; count: number }>([
    { $match: { providerId: actor.id, listed: true } },
    { $group: { _id: '$fleet.rank', count: { $sum: 1 } } },
  ]);
  const byRank = new Map(groups.map(({ _id, count }) => [_id, count]));
  const counts = shownStatuses
    .map((status, rank) => ({ status, count: byRank.get(rank) ?? 0 }))
    .filter(({ count }) => count > 0);
  return { total: counts.reduce((sum, { count }) => sum + count, 0), counts };
}
