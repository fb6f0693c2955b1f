import { outboxEntry, requirePermission } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { noSuchWorker } from './noSuchWorker.ts';
import { publishChange } from './publishChange.ts';
import { workerScope } from './scope.ts';
import type { Asker, World } from './world.ts';

/** Deletes a worker and ends its credential; true even when it was deleted before. Throws NOT_FOUND. */
export async function deleteWorker(world: World, asker: Asker, workerId: string): Promise<true> {
  const { id: providerId } = requirePermission(asker, 'provide');
  const at = world.clock.now();
  const owned = { _id: workerId, providerId };
  const { matchedCount } = await world.workers.updateOne(
    { ...owned, deletedAt: null },
    {
      $set: { deletedAt: new Date(at), terms: [] },
      $unset: { listOf: 1, enrolment: 1, credentialHash: 1, run: 1 },
      $push: { outbox: outboxEntry<EventMap>('worker.deleted', { workerId, providerId, at }) },
    },
  );
  if (!matchedCount && !(await world.workers.exists(owned))) throw noSuchWorker();
  world.events.publish('credential.revoked', { scope: workerScope(workerId) });
  publishChange(world, { _id: workerId, providerId }, true);
  void world.outbox.kick(workerId);
  return true;
}
