import { outboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { limits } from './limits.ts';
import type { World } from './world.ts';

/**
 * Tells on how many of their slots workers have a task, where that is not what was told last. Counted now and then, so that
 * no lease need write it; of a worker with no task at all `worker.work` tells.
 */
export async function tellSlots(world: World): Promise<void> {
  const counts = [...(await countLeases(world))];
  for (let i = 0; i < counts.length; i += limits.sweep)
    await tellChanges(world, new Map(counts.slice(i, i + limits.sweep)));
}

async function countLeases({ tasks }: World): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const leased = tasks.find({ 'lease.workerId': { $exists: true } }, { lease: 1 }).lean();
  for await (const { lease } of leased.cursor())
    if (lease && !lease.check) counts.set(lease.workerId, (counts.get(lease.workerId) ?? 0) + 1);
  return counts;
}

async function tellChanges(
  { workers, clock, outboxes }: World,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const known = await workers
    .find({ _id: { $in: [...counts.keys()] } }, { providerId: 1, busySlots: 1, slotsRevision: 1 })
    .lean();
  const changed = known.filter(({ _id, busySlots = 1 }) => counts.get(_id) !== busySlots);
  if (!changed.length) return;
  await workers.bulkWrite(
    changed.map(({ _id, providerId, slotsRevision: before }) => {
      const busySlots = counts.get(_id)!;
      const revision = (before ?? 0) + 1;
      const event = { workerId: _id, providerId, revision, at: clock.now(), busySlots };
      const update = {
        $set: { busySlots, slotsRevision: revision },
        $push: { outbox: outboxEntry<EventMap>('worker.slots', event) },
      };
      return { updateOne: { filter: { _id, slotsRevision: before ?? { $exists: false } }, update } };
    }),
  );
  for (const { _id } of changed) void outboxes.workers.kick(_id);
}
