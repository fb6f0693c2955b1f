import { outboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import type { World } from './world.ts';

/** Changes what a worker is doing, and tells the others; nothing happens when somebody else was faster. */
export async function tellWork(
  { workers, clock, outboxes }: World,
  { _id: workerId, providerId, work: before, workRevision }: WorkerRecordDocument,
  work: WorkerRecordDocument['work'],
): Promise<void> {
  const revision = workRevision + 1;
  const event = { workerId, providerId, revision, at: clock.now(), work };
  const { modifiedCount } = await workers.updateOne(
    { _id: workerId, work: before, workRevision },
    {
      $set: { work, workRevision: revision },
      $push: { outbox: outboxEntry<EventMap>('worker.work', event) },
    },
  );
  if (modifiedCount) void outboxes.workers.kick(workerId);
}
