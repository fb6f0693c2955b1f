import { DomainError } from '@pictor/kit';
import type { FleetRow } from '../model/fleetRow.ts';
import { rankOf, shownStatus } from './status.ts';
import { unsynced } from './unsynced.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

const maxTries = 16;

/** What changes about how a worker stands. */
export interface StandingChange {
  /** Milliseconds since 1970. */
  at: number;
  fleet?: Partial<Pick<FleetRow, 'connectivity' | 'work' | 'hottestGpuCelsius' | 'earned' | 'revisions'>>;
  /** The provider's wish, which counts as a change of the worker itself. */
  intent?: WorkerRecord['intent'];
}

/**
 * Changes how a worker stands, and the word that lists show for it, in one step. `change` is asked again when another
 * change came between; undefined leaves the worker as it is. Resolves to the worker as it is then; null when there is
 * none that matches.
 */
export async function changeStanding(
  { workers }: World,
  filter: { _id: string; providerId?: string },
  change: (worker: WorkerRecord) => StandingChange | undefined,
): Promise<WorkerRecord | null> {
  const present = { ...filter, deletedAt: null };
  for (let tries = 0; tries < maxTries; tries++) {
    const worker = await workers.findOne(present, workerFields).lean();
    const wanted = worker && change(worker);
    if (!worker || !wanted) return worker;
    const changed = await workers
      .findOneAndUpdate(
        { ...present, 'fleet.version': worker.fleet.version },
        { $set: updateOf(worker, wanted) },
        { returnDocument: 'after', projection: workerFields, writeConcern: unsynced },
      )
      .lean();
    if (changed) return changed;
  }
  throw new DomainError('CONFLICT', 'The worker is changing too fast; try again.');
}

function updateOf(worker: WorkerRecord, { at, fleet, intent = worker.intent }: StandingChange) {
  const next = { ...worker.fleet, ...fleet };
  const rank = rankOf(shownStatus({ ...next, intent }));
  const since = rank === worker.fleet.rank ? next.since : new Date(at);
  return {
    fleet: { ...next, rank, since, version: next.version + 1 },
    ...(intent !== worker.intent && { intent, updatedAt: new Date(at) }),
  };
}
