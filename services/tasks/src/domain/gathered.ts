import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import { Gathering } from './Gathering.ts';
import type { LeasedTask } from './heldLease.ts';
import { findHungry, type Candidate } from './findHungry.ts';
import { loadRecords, type Owned } from './loadRecords.ts';
import { recordBegun } from './recordAttempt.ts';
import { tellWork } from './tellWork.ts';
import type { World } from './world.ts';

/** What leases made at about the same time read and write together; each of them claims by itself. */
export interface Gathered {
  /** The jobs among which a task is sought. */
  readonly hungry: Gathering<void, readonly Candidate[]>;
  readonly records: Gathering<Owned, WorkerRecordDocument>;
  /** Writes down attempts that have begun. */
  readonly begun: Gathering<LeasedTask, void>;
  /** Tells that workers are at work. */
  readonly busy: Gathering<WorkerRecordDocument, void>;
}

export function makeGathered(world: Pick<World, 'jobs' | 'workers' | 'attempts' | 'clock' | 'outboxes'>) {
  return {
    hungry: new Gathering(async (askers) => {
      const jobs = await findHungry(world);
      return askers.map(() => jobs);
    }),
    records: new Gathering((owned) => loadRecords(world, owned)),
    begun: new Gathering(async (tasks) => {
      await recordBegun(world, tasks);
      return [];
    }),
    busy: new Gathering(async (records) => {
      await tellWork(world, records, 'UPSCALING');
      return [];
    }),
  } satisfies Gathered;
}
