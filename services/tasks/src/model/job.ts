import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { Schema } from 'mongoose';

/** A picture of a job, in pixels and bytes. */
export interface PictureDocument {
  assetId: string;
  previewId: string;
  width: number;
  height: number;
  sizeBytes: number;
}

/** That a worker's attempt failed or its result was refused. */
export interface FailureDocument {
  attemptId: string;
  workerId: string;
  at: Date;
}

/** What the server itself must do next for a job. */
export type JobStep = 'PREPARE' | 'ASSEMBLE' | 'CLOSE';

export interface JobDocument {
  _id: string;
  creatorId: string;
  name: string;
  /** The lowercased name from each of its words on, so that a prefix finds any word. */
  terms: string[];
  kind: 'UPSCALE';
  state: string;
  reasonCode?: string;
  reason?: string;
  factor: number;
  /** The upload that it was submitted with. */
  uploadId: string;
  input: PictureDocument & { hasAlpha: boolean };
  result?: PictureDocument;
  taskCount: number;
  verifiedTaskCount: number;
  milliUnits: number;
  verifiedMilliUnits: number;
  /** Micro-USD. */
  bid: bigint;
  feeBasisPoints: number;
  /** Work units of an output megapixel, in milli-units. */
  milliUnitsPerMegapixel: number;
  maxCost: bigint;
  step?: JobStep;
  stepTries: number;
  /** Whether billing was told of it. */
  announced: boolean;
  /** Whether tasks may be waiting for workers; only jobs that can be worked on have it. */
  hungry?: boolean;
  /** How often tasks were offered, so that an offer made while looking is not overlooked. */
  offers: number;
  failures?: FailureDocument[];
  createdAt: Date;
  updatedAt: Date;
  /** When its first task was leased. */
  startedAt?: Date;
  finishedAt?: Date;
  outbox?: OutboxEntry[];
}

const picture = {
  _id: false,
  assetId: String,
  previewId: String,
  width: Number,
  height: Number,
  sizeBytes: Number,
  hasAlpha: Boolean,
};

export const failures = {
  type: [{ _id: false, attemptId: String, workerId: String, at: Date }],
  default: undefined,
};

export const jobSchema = new Schema<JobDocument>(
  {
    _id: { type: String, required: true },
    creatorId: { type: String, required: true },
    name: { type: String, required: true },
    terms: [String],
    kind: { type: String, required: true },
    state: { type: String, required: true },
    reasonCode: String,
    reason: String,
    factor: Number,
    uploadId: String,
    input: picture,
    result: { type: picture, default: undefined },
    taskCount: Number,
    verifiedTaskCount: Number,
    milliUnits: Number,
    verifiedMilliUnits: Number,
    bid: BigInt,
    feeBasisPoints: Number,
    milliUnitsPerMegapixel: Number,
    maxCost: BigInt,
    step: String,
    stepTries: Number,
    announced: Boolean,
    hungry: Boolean,
    offers: Number,
    failures,
    createdAt: Date,
    updatedAt: Date,
    startedAt: Date,
    finishedAt: Date,
    outbox: outboxField,
  },
  { collection: 'jobs', versionKey: false },
);

jobSchema.index({ creatorId: 1, createdAt: -1, _id: -1 });
jobSchema.index({ creatorId: 1, state: 1, createdAt: -1, _id: -1 });
jobSchema.index({ creatorId: 1, terms: 1 });
jobSchema.index(
  { hungry: 1, bid: -1, createdAt: 1 },
  { partialFilterExpression: { hungry: { $exists: true } } },
);
jobSchema.index({ step: 1 }, { partialFilterExpression: { step: { $exists: true } } });
jobSchema.index(outboxIndex.fields, outboxIndex.options);
