import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import { findHungry } from './findHungry.ts';
import { findWork, type Seeker } from './findWork.ts';
import { Gathering } from './Gathering.ts';
import type { LeasedTask } from './heldLease.ts';
import { loadRecords, type Owned } from './loadRecords.ts';
import { recordBegun } from './recordAttempt.ts';
import { tellWork } from './tellWork.ts';
import type { World } from './world.ts';

/** A worker that has begun to work, and at what. */
interface Busy {
  readonly record: WorkerRecordDocument;
  readonly work: 'UPSCALING' | 'RENDERING';
}

/** What leases made at about the same time read and write together. */
export interface Gathered {
  /** What workers ask, in micro-USD. */
  readonly bids: Gathering<string, bigint>;
  /** Leases a task for each: the jobs are read once, and the claims, each one for itself, share a sync to disk. */
  readonly work: Gathering<Seeker, LeasedTask | undefined>;
  readonly records: Gathering<Owned, WorkerRecordDocument>;
  /** Writes down attempts that have begun. */
  readonly begun: Gathering<LeasedTask, void>;
  /** Tells that workers are at work. */
  readonly busy: Gathering<Busy, void>;
}

export function makeGathered(world: () => World): Gathered {
  return {
    bids: new Gathering((workerIds) => world().bids.lookUp(workerIds)),
    work: new Gathering(async (seekers) => {
      const hungry = await findHungry(world(), seekers);
      return seekers.map((seeker) => findWork(world(), hungry, seeker));
    }),
    records: new Gathering((owned) => loadRecords(world(), owned)),
    begun: new Gathering(async (tasks) => {
      await recordBegun(world(), tasks);
      return [];
    }),
    busy: new Gathering(async (busy) => {
      for (const work of ['UPSCALING', 'RENDERING'] as const) {
        const records = busy.flatMap((each) => (each.work === work ? each.record : []));
        if (records.length) await tellWork(world(), records, work);
      }
      return [];
    }),
  };
}
