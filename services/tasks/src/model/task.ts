import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { Schema } from 'mongoose';
import { failures, type FailureDocument } from './job.ts';

/** A worker's right to a task until a time; it is that of the task's latest attempt. */
export interface LeaseDocument {
  /** The fencing token. */
  token: string;
  workerId: string;
  providerId: string;
  slot: number;
  check: boolean;
  startedAt: Date;
  expiresAt: Date;
  /** Micro-USD for 3,600 work units, fixed when it was leased. */
  bid: bigint;
}

/** A result that an attempt has reported. */
export interface MadeDocument {
  attemptId: string;
  number: number;
  token: string;
  workerId: string;
  providerId: string;
  slot: number;
  assetId: string;
  sha256: string;
  bid: bigint;
  startedAt: Date;
  reportedAt: Date;
}

/** How an attempt ended; kept in its task until its own document and its worker's record say so. */
export interface EndedDocument {
  attemptId: string;
  number: number;
  workerId: string;
  providerId: string;
  slot: number;
  check: boolean;
  bid: bigint;
  startedAt: Date;
  endedAt: Date;
  state: string;
  progress: number;
  reasonCode?: string;
  reason?: string;
  checked?: boolean;
  agreementDb?: number;
}

/** A task: the truth about its attempts and what they pay. */
export interface TaskDocument {
  _id: string;
  jobId: string;
  creatorId: string;
  kind: 'UPSCALE';
  index: number;
  state: string;
  factor: number;
  width: number;
  band: { top: number; height: number; inputTop: number; inputHeight: number };
  milliUnits: number;
  /** The platform's fee on top of the reward, in hundredths of a per cent. */
  feeBasisPoints: number;
  /** How many attempts there were; with the state it names one moment in the task's life. */
  attempts: number;
  lease?: LeaseDocument;
  /** Share of the latest attempt done, and when it last grew. */
  progress: number;
  movedAt?: Date;
  made?: MadeDocument;
  /** The checker's result beside it. */
  check?: MadeDocument;
  /** Since when it waits for a checker, or from when on it may be checked again. */
  checkSince?: Date;
  failures?: FailureDocument[];
  ended?: EndedDocument[];
  /** When the server must look at it again. */
  dueAt?: Date;
  createdAt: Date;
  updatedAt: Date;
  outbox?: OutboxEntry[];
}

const lease = new Schema<LeaseDocument>(
  {
    token: String,
    workerId: String,
    providerId: String,
    slot: Number,
    check: Boolean,
    startedAt: Date,
    expiresAt: Date,
    bid: BigInt,
  },
  { _id: false, versionKey: false },
);

const made = new Schema<MadeDocument>(
  {
    attemptId: String,
    number: Number,
    token: String,
    workerId: String,
    providerId: String,
    slot: Number,
    assetId: String,
    sha256: String,
    bid: BigInt,
    startedAt: Date,
    reportedAt: Date,
  },
  { _id: false, versionKey: false },
);

const ended = new Schema<EndedDocument>(
  {
    attemptId: String,
    number: Number,
    workerId: String,
    providerId: String,
    slot: Number,
    check: Boolean,
    bid: BigInt,
    startedAt: Date,
    endedAt: Date,
    state: String,
    progress: Number,
    reasonCode: String,
    reason: String,
    checked: Boolean,
    agreementDb: Number,
  },
  { _id: false, versionKey: false },
);

export const taskSchema = new Schema<TaskDocument>(
  {
    _id: { type: String, required: true },
    jobId: { type: String, required: true },
    creatorId: { type: String, required: true },
    kind: { type: String, required: true },
    index: { type: Number, required: true },
    state: { type: String, required: true },
    factor: Number,
    width: Number,
    band: { _id: false, top: Number, height: Number, inputTop: Number, inputHeight: Number },
    milliUnits: Number,
    feeBasisPoints: Number,
    attempts: Number,
    lease: { type: lease, default: undefined },
    progress: Number,
    movedAt: Date,
    made: { type: made, default: undefined },
    check: { type: made, default: undefined },
    checkSince: Date,
    failures,
    ended: { type: [ended], default: undefined },
    dueAt: Date,
    createdAt: Date,
    updatedAt: Date,
    outbox: outboxField,
  },
  { collection: 'tasks', versionKey: false },
);

const where = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

taskSchema.index({ jobId: 1, state: 1, index: 1 });
taskSchema.index({ 'lease.workerId': 1, 'lease.slot': 1 }, { unique: true, ...where('lease.workerId') });
taskSchema.index({ state: 1, dueAt: 1 }, where('dueAt'));
taskSchema.index({ checkSince: 1 }, where('checkSince'));
taskSchema.index({ 'ended.attemptId': 1 }, where('ended.attemptId'));
taskSchema.index(outboxIndex.fields, outboxIndex.options);
