import type { World } from './world.ts';
import { newRecord } from './noteHeard.ts';
import { releaseLease } from './releaseLease.ts';

/** That a worker is enrolled. Hearing it again does no harm. */
export async function enrolWorker({ workers }: World, workerId: string, providerId: string): Promise<void> {
  await workers.updateOne({ _id: workerId }, { $setOnInsert: newRecord(providerId) }, { upsert: true });
}

/** Why the leases of a deleted worker end. */
export const workerDeleted = { reasonCode: 'WORKER_DELETED', reason: 'The worker was deleted.' } as const;

/** That a worker was deleted: it gets no more leases, those it has end. Hearing it again does no harm. */
export async function deleteWorker(
  world: World,
  { workerId, providerId, at }: { workerId: string; providerId: string; at: number },
): Promise<void> {
  world.waiting.remove(workerId);
  await world.workers.updateOne(
    { _id: workerId },
    { $setOnInsert: newRecord(providerId), $set: { deletedAt: new Date(at) } },
    { upsert: true },
  );
  const held = await world.tasks.find({ 'lease.workerId': workerId }).lean();
  for (const task of held)
    if (task.lease) await releaseLease(world, { ...task, lease: task.lease }, workerDeleted);
  if (await world.tasks.exists({ 'lease.workerId': workerId }))
    throw new Error('A lease of the deleted worker changed while it was ended.');
}
