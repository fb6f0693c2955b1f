import { shownStatuses, type ShownStatus } from './status.ts';
import type { Asker, World } from './world.ts';

/** A provider's workers, counted by the word they show. */
export interface Fleet {
  total: number;
  counts: { status: ShownStatus; count: number }[];
}

/** How the provider's workers stand; null for anyone who is no provider. Each count reads an index and no worker. */
export async function fleet({ workers }: World, { actor }: Asker): Promise<Fleet | null> {
  if (!actor?.permissions.includes('provide')) return null;
  const all = await Promise.all(
    shownStatuses.map(async (status, rank) => ({
      status,
      count: await workers.countDocuments({ listOf: actor.id, 'fleet.rank': rank }),
    })),
  );
  const counts = all.filter(({ count }) => count > 0);
  return { total: counts.reduce((sum, { count }) => sum + count, 0), counts };
}
