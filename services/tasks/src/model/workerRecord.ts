import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { Schema } from 'mongoose';
import type { JobKind } from './job.ts';

/** What this service knows of a worker. */
export interface WorkerRecordDocument {
  _id: string;
  providerId: string;
  deletedAt?: Date;
  /** When it last asked for a task or reported on one. */
  heardAt?: Date;
  /** What it said it can do when it last asked for a task. */
  kinds?: JobKind[];
  /** What it asks for 3,600 work units, in micro-USD; absent where it asks the platform's default. */
  bid?: bigint;
  /** The last change of the bid that was taken; older ones are ignored. */
  bidRevision?: number;
  work: 'IDLE' | 'UPSCALING' | 'RENDERING';
  /** Grows with every change of `work`. */
  workRevision: number;
  /** On how many slots it had a task when it last had any; 1 where it was not told yet. */
  busySlots?: number;
  /** Grows with every change of that; absent before the first. */
  slotsRevision?: number;
  /** When it is seen whether it has become idle. */
  idleDueAt?: Date;
  validInARow: number;
  verified: number;
  refused: number;
  failed: number;
  /** Time under lease, of attempts that ended. */
  computeMs: number | bigint;
  /** The attempts counted last, so that none is counted twice. */
  counted?: string[];
  outbox?: OutboxEntry[];
}

export const workerRecordSchema = new Schema<WorkerRecordDocument>(
  {
    _id: { type: String, required: true },
    providerId: { type: String, required: true },
    deletedAt: Date,
    heardAt: Date,
    kinds: { type: [String], default: undefined },
    bid: BigInt,
    bidRevision: Number,
    work: { type: String, required: true },
    workRevision: { type: Number, required: true },
    busySlots: Number,
    slotsRevision: Number,
    idleDueAt: Date,
    validInARow: Number,
    verified: Number,
    refused: Number,
    failed: Number,
    computeMs: Number,
    counted: { type: [String], default: undefined },
    outbox: outboxField,
  },
  { collection: 'workerRecords', versionKey: false },
);

workerRecordSchema.index({ providerId: 1, heardAt: -1 });
workerRecordSchema.index({ idleDueAt: 1 }, { partialFilterExpression: { idleDueAt: { $exists: true } } });
workerRecordSchema.index(outboxIndex.fields, outboxIndex.options);
