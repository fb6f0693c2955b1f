import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import type { Gathering } from './Gathering.ts';
import type { LeasedTask } from './leasedTask.ts';
import type { Seeker } from './seeker.ts';
import type { Owned } from './whoAsks.ts';

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
