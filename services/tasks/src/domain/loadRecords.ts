import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import { newRecord } from './noteHeard.ts';
import type { Owned } from './whoAsks.ts';
import type { World } from './world.ts';

/** The records of workers, in their order; those that nobody told of yet get one. */
export async function loadRecords(
  { workers }: World,
  owned: readonly Owned[],
): Promise<WorkerRecordDocument[]> {
  const known = new Map<string, WorkerRecordDocument>();
  const load = async (ids: string[]) => {
    const found = await workers.find({ _id: { $in: ids } }, { counted: 0, outbox: 0 }).lean();
    for (const record of found) known.set(record._id, record);
  };
  await load(owned.map(({ workerId }) => workerId));
  const missing = owned.filter(({ workerId }) => !known.has(workerId));
  if (missing.length) {
    await workers.bulkWrite(
      missing.map(({ workerId: _id, providerId }) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: newRecord(providerId) }, upsert: true },
      })),
    );
    await load(missing.map(({ workerId }) => workerId));
  }
  return owned.map(({ workerId }) => known.get(workerId)!);
}
