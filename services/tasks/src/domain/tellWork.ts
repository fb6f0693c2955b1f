import { outboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import type { World } from './world.ts';

/** Changes what workers are doing, and tells the others; nothing happens where somebody else was faster. */
export async function tellWork(
  { workers, clock, outboxes }: World,
  records: readonly WorkerRecordDocument[],
  work: WorkerRecordDocument['work'],
): Promise<void> {
  const at = clock.now();
  await workers.bulkWrite(
    records.map(({ _id: workerId, providerId, work: before, workRevision }) => {
      const revision = workRevision + 1;
      const event = { workerId, providerId, revision, at, work };
      const update = {
        $set: { work, workRevision: revision },
        $push: { outbox: outboxEntry<EventMap>('worker.work', event) },
      };
      return { updateOne: { filter: { _id: workerId, work: before, workRevision }, update } };
    }),
  );
  for (const { _id } of records) void outboxes.workers.kick(_id);
}
