import { outboxEntry, type OutboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { LivenessDocument } from '../model/liveness.ts';
import { connectivityAfterSilence, offlineAfterMs, staleAfterMs } from './connectivity.ts';
import type { World } from './world.ts';

const maxAtOnce = 200;
const maxRounds = 100;

/** Changes the connectivity of the workers whose deadlines have passed, and tells it. */
export async function sweepDue(world: World): Promise<void> {
  for (let round = 0; round < maxRounds; round++) {
    const now = world.clock.now();
    const due = await world.liveness
      .find({ dueAt: { $lte: new Date(now) } }, { outbox: 0 }, { sort: { dueAt: 1 }, limit: maxAtOnce })
      .lean<LivenessDocument[]>();
    if (!due.length) return;
    await world.liveness.bulkWrite(
      due.map((each) => ({ updateOne: silence(each, now) })),
      { ordered: false },
    );
    for (const { _id } of due) {
      world.known.forget(_id);
      void world.outbox.kick(_id);
    }
    if (due.length < maxAtOnce) return;
  }
}

/**
 * Brings nearer the deadlines that lie further ahead than any heartbeat sets them: the clock was set back, and a worker
 * that fell silent would seem alive until it has caught up.
 */
export async function pullDeadlines({ liveness, clock }: World): Promise<void> {
  const now = clock.now();
  await liveness.updateMany(
    { dueAt: { $gt: new Date(now + offlineAfterMs) } },
    { $set: { dueAt: new Date(now + staleAfterMs) } },
  );
}

/** The deadline is a condition: a heartbeat that came meanwhile has moved it. */
function silence(before: LivenessDocument, now: number) {
  const { connectivity, dueAt } = connectivityAfterSilence(before, now);
  const cools = connectivity === 'OFFLINE' && before.heat !== null;
  const connectivityRevision = before.connectivityRevision + 1;
  const heatRevision = before.heatRevision + (cools ? 1 : 0);
  const axis = { workerId: before._id, providerId: before.providerId, at: now };
  const outbox: OutboxEntry[] = [
    outboxEntry<EventMap>('worker.connectivity', { ...axis, revision: connectivityRevision, connectivity }),
  ];
  if (cools)
    outbox.push(
      outboxEntry<EventMap>('worker.heat', { ...axis, revision: heatRevision, hottestGpuCelsius: null }),
    );
  return {
    filter: {
      _id: before._id,
      dueAt: before.dueAt!,
      connectivity: before.connectivity,
      heatRevision: before.heatRevision,
    },
    update: {
      $set: {
        connectivity,
        connectivityRevision,
        heatRevision,
        ...(cools && { heat: null }),
        ...(dueAt && { dueAt }),
      },
      ...(!dueAt && { $unset: { dueAt: 1 } }),
      $push: { outbox: { $each: outbox } },
    },
  };
}
