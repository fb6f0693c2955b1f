import type { EventMap } from '@pictor/schema/events';
import { newRecord } from './noteHeard.ts';
import type { World } from './world.ts';

/** What a worker asks from now on; leases that are held keep the bid they were made at. Older news change nothing. */
export async function hearBid(
  { workers, bids }: World,
  { workerId, providerId, revision, bidMicroUsd }: EventMap['worker.bid'],
): Promise<void> {
  await workers.updateOne({ _id: workerId }, { $setOnInsert: newRecord(providerId) }, { upsert: true });
  await workers.updateOne(
    { _id: workerId, $or: [{ bidRevision: null }, { bidRevision: { $lt: revision } }] },
    {
      $set: { bidRevision: revision, ...(bidMicroUsd !== null && { bid: BigInt(bidMicroUsd) }) },
      ...(bidMicroUsd === null && { $unset: { bid: 1 } }),
    },
  );
  bids.forget(workerId);
}
