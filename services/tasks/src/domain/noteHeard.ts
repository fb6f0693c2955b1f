import type { JobKind } from '../model/job.ts';
import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import type { World } from './world.ts';
import type { Agent } from './whoAsks.ts';

/** A worker's record before anything is known of it. */
export const newRecord = (providerId: string): Omit<WorkerRecordDocument, '_id'> => ({
  providerId,
  work: 'IDLE',
  workRevision: 0,
  validInARow: 0,
  verified: 0,
  refused: 0,
  failed: 0,
  computeMs: 0,
});

/** Notes that an agent was heard from, and what it says it can do; its record as it is now. */
export async function noteHeard(
  { workers, clock }: World,
  { workerId, providerId }: Agent,
  kinds?: readonly JobKind[],
): Promise<WorkerRecordDocument | null> {
  return workers
    .findOneAndUpdate(
      { _id: workerId },
      {
        $setOnInsert: newRecord(providerId),
        $set: { heardAt: new Date(clock.now()), ...(kinds && { kinds }) },
      },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
}
