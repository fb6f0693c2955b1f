import { isDeepStrictEqual } from 'node:util';
import { DomainError, outboxEntry, type OutboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { FleetRow } from '../model/fleetRow.ts';
import { marketEntry } from './marketEntry.ts';
import { axesOf, rankOf, shownStatus } from './status.ts';
import { unsynced } from './unsynced.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

const maxTries = 16;

/** What changes about how a worker stands, or about what it brings to the market. */
export interface StandingChange {
  /** Milliseconds since 1970. */
  at: number;
  fleet?: Partial<
    Pick<FleetRow, 'connectivity' | 'work' | 'standby' | 'hottestGpuCelsius' | 'earned' | 'revisions'>
  >;
  /** The provider's wish, which counts as a change of the worker itself. */
  intent?: WorkerRecord['intent'];
  /** What belongs to the worker itself, synced to disk before it counts; undefined takes a field away. */
  worker?: {
    [Field in 'hardware' | 'benchmark' | 'benchScore' | 'customBid' | 'updatedAt']?:
      WorkerRecord[Field] | undefined;
  };
}

/**
 * Changes how a worker stands, the word that lists show for it, and what the others must know of it, in one step.
 * `change` is asked again when another change came between; undefined leaves the worker as it is. Resolves to the worker
 * as it is then; null when there is none that matches.
 */
export async function changeStanding(
  world: World,
  filter: { _id: string; providerId?: string; role?: 'worker' },
  change: (worker: WorkerRecord) => StandingChange | undefined,
): Promise<WorkerRecord | null> {
  const { workers, outbox } = world;
  const present = { ...filter, deletedAt: null };
  for (let tries = 0; tries < maxTries; tries++) {
    const before = await workers.findOne(present, workerFields).lean();
    const wanted = before && change(before);
    if (!before || !wanted) return before;
    const after = changed(before, wanted);
    const tellings = tellingsOf(world, before, after, wanted.at);
    const stored = await workers
      .findOneAndUpdate(
        { ...present, 'fleet.version': before.fleet.version },
        {
          ...updateOf(before, after, wanted),
          ...(tellings.length && { $push: { outbox: { $each: tellings } } }),
        },
        {
          returnDocument: 'after',
          projection: workerFields,
          ...(!wanted.worker && { writeConcern: unsynced }),
        },
      )
      .lean();
    if (stored && tellings.length) void outbox.kick(stored._id);
    if (stored) return stored;
  }
  throw new DomainError('CONFLICT', 'The worker is changing too fast; try again.');
}

/** The worker with the change made. */
function changed(
  before: WorkerRecord,
  { at, fleet, intent = before.intent, worker }: StandingChange,
): WorkerRecord {
  const next = { ...before.fleet, ...fleet };
  const rank = rankOf(shownStatus(axesOf({ fleet: next, intent })));
  const since = rank === before.fleet.rank ? next.since : new Date(at);
  // A field that is taken away is undefined here: who reads it sees none either way.
  const own = { ...before, ...worker } as WorkerRecord;
  return {
    ...own,
    ...(intent !== before.intent && { intent, updatedAt: new Date(at) }),
    fleet: { ...next, rank, since, version: next.version + 1 },
  };
}

function updateOf(before: WorkerRecord, after: WorkerRecord, { worker = {} }: StandingChange) {
  const { fleet, intent, updatedAt } = after;
  const own = Object.entries(worker);
  const gone = own.filter(([, value]) => value === undefined);
  return {
    $set: {
      fleet,
      ...(intent !== before.intent && { intent, updatedAt }),
      ...Object.fromEntries(own.filter(([, value]) => value !== undefined)),
    },
    ...(gone.length && { $unset: Object.fromEntries(gone.map(([name]) => [name, 1])) }),
  };
}

/** What others must be told of a change, as it is then; the row's version is the revision. */
function tellingsOf(world: World, before: WorkerRecord, after: WorkerRecord, at: number): OutboxEntry[] {
  const { _id: workerId, providerId, role, customBid, fleet } = after;
  if (role !== 'worker') return [];
  const axis = { workerId, providerId, revision: fleet.version, at };
  const entry = marketEntry(world, after);
  const tellings: OutboxEntry[] = [];
  if (!isDeepStrictEqual(entry, marketEntry(world, before)))
    tellings.push(outboxEntry<EventMap>('worker.market', { ...axis, ...entry }));
  if (customBid !== before.customBid)
    tellings.push(
      outboxEntry<EventMap>('worker.bid', {
        ...axis,
        bidMicroUsd: customBid === undefined ? null : String(customBid),
      }),
    );
  return tellings;
}
