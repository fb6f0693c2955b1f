import { outboxEntry, type OutboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { LivenessDocument } from '../model/liveness.ts';
import type { Heard } from './heard.ts';
import { staleAfterMs } from './connectivity.ts';
import { turnsStandby } from './standby.ts';
import { heardSince } from './uptime.ts';
import type { World } from './world.ts';

const maxTries = 5;

/**
 * Writes heartbeats with one conditional update each, all in one command. Where something else changed a worker's
 * liveness meanwhile – a deadline passed, another process heard it – what is stored is read and the update tried again.
 */
export async function writeBeats(world: World, heard: readonly Heard[]): Promise<void[]> {
  let open = [...new Map(heard.map((each) => [each.workerId, each])).values()];
  for (let i = 0; open.length; i++) {
    if (i === maxTries) throw new Error(`${open.length} heartbeats were not written in ${maxTries} tries`);
    open = await tryBeats(world, open);
  }
  return heard.map(() => undefined);
}

/** Gives those that have to be tried again. A deleted worker's are dropped: who sent them is told. */
async function tryBeats(world: World, heard: readonly Heard[]): Promise<Heard[]> {
  const before = await world.known.of(heard);
  const beats = heard
    .filter(({ workerId }) => !before.get(workerId)!.deletedAt)
    .map((each) => ({ each, ...beatOf(before.get(each.workerId)!, each) }));
  if (!beats.length) return [];
  const { matchedCount } = await world.liveness.bulkWrite(
    beats.map(({ filter, update }) => ({ updateOne: { filter, update } })),
    { ordered: false },
  );
  const missed = matchedCount === beats.length ? [] : await findMissed(world, heard);
  for (const { each, changes, told } of beats) {
    if (missed.includes(each)) continue;
    world.known.change(each.workerId, changes);
    if (told) void world.outbox.kick(each.workerId);
  }
  return missed;
}

/** One of them did not match: what is stored tells which, and is what the next try begins with. */
async function findMissed(world: World, heard: readonly Heard[]): Promise<Heard[]> {
  for (const { workerId } of heard) world.known.forget(workerId);
  const stored = await world.known.of(heard);
  return heard.filter(({ workerId, now }) => {
    const { lastHeardAt, connectivity, deletedAt } = stored.get(workerId)!;
    return !deletedAt && (connectivity !== 'ONLINE' || lastHeardAt?.getTime() !== now);
  });
}

/** The update that a heartbeat makes, and the liveness after it. */
function beatOf(before: LivenessDocument, { workerId, providerId, now, skewMs, standby }: Heard) {
  const back = before.connectivity !== 'ONLINE';
  const connectivityRevision = before.connectivityRevision + (back ? 1 : 0);
  const turned = turnsStandby(before, standby, now);
  const standbyRevision = (before.standbyRevision ?? 0) + (turned ? 1 : 0);
  const changes = {
    lastHeardAt: new Date(now),
    dueAt: new Date(now + staleAfterMs),
    heardMs: before.heardMs + heardSince(before.lastHeardAt, now),
    clockSkewMs: skewMs,
    ...(back && { connectivity: 'ONLINE' as const, connectivityRevision }),
    ...(turned && { standby, standbyRevision, standbyTurnedAt: new Date(now) }),
  };
  const axis = { workerId, providerId, at: now };
  const outbox: OutboxEntry[] = [];
  if (back)
    outbox.push(
      outboxEntry<EventMap>('worker.connectivity', {
        ...axis,
        revision: connectivityRevision,
        connectivity: 'ONLINE',
      }),
    );
  if (turned)
    outbox.push(outboxEntry<EventMap>('worker.standby', { ...axis, revision: standbyRevision, ...standby }));
  const told = outbox.length > 0;
  return {
    told,
    filter: {
      _id: workerId,
      connectivity: before.connectivity,
      lastHeardAt: before.lastHeardAt ?? { $exists: false },
      deletedAt: { $exists: false },
    },
    update: { $set: changes, ...(told && { $push: { outbox: { $each: outbox } } }) },
    changes,
  };
}
