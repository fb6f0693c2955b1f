import type { DurableEvents } from '@pictor/schema/events';
import { ifNew } from './ifNew.ts';
import { microUsd } from './microUsd.ts';
import type { World } from './world.ts';

/** What a worker brings to the market from now on. Repeats, older news and news of a deleted worker change nothing. */
export async function hearMarket(
  { marketWorkers }: World,
  event: DurableEvents['worker.market'],
): Promise<void> {
  const { workerId: _id, revision, bidMicroUsd, benchScore, slots, online, busy } = event;
  const told = { revision, bid: microUsd(bidMicroUsd), benchScore, slots, online, busy };
  const older = { _id, deleted: { $ne: true }, revision: { $lt: revision } };
  const taken = await ifNew(() => marketWorkers.updateOne(older, { $set: told }, { upsert: true }));
  // The worker is there, and is newer or deleted – or came a moment ago by other news, which may be older than these.
  if (!taken) await marketWorkers.updateOne(older, { $set: told });
}

/** On how many of its slots a worker of the market has a task. Repeats and older news change nothing. */
export async function hearSlots(
  { marketWorkers }: World,
  { workerId: _id, revision: slotsRevision, busySlots }: DurableEvents['worker.slots'],
): Promise<void> {
  const older = { _id, slotsRevision: { $not: { $gte: slotsRevision } } };
  await marketWorkers.updateOne(older, { $set: { busySlots, slotsRevision } });
}

/** A deleted worker leaves the market for good; its id stays, so that late news do not bring it back. */
export async function leaveMarket(
  { marketWorkers }: World,
  { workerId: _id }: DurableEvents['worker.deleted'],
): Promise<void> {
  const gone = { online: false, busy: false, deleted: true };
  const nothing = { revision: 0, bid: 0n, benchScore: null, slots: 0 };
  await marketWorkers.updateOne({ _id }, { $set: gone, $setOnInsert: nothing }, { upsert: true });
}
