import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { Schema } from 'mongoose';
import type { FrameFormat } from '../picture/messages.ts';

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

/** What a job does; the words of the contract. */
export type JobKind = 'UPSCALE' | 'RENDER';

/** What a render job asks for, and what is there of it. */
export interface RenderDocument {
  frameStart: number;
  frameEnd: number;
  frameStep: number;
  frameCount: number;
  verifiedFrameCount: number;
  /** In pixels. */
  width: number;
  height: number;
  samples: number;
  format: FrameFormat;
  /** The scene, and its file's size and hash. */
  sceneId: string;
  sceneBytes: number;
  sceneSha256: string;
  /** Of the Blender that saved it, such as 3.4. */
  sceneVersion: string;
  /** The same as a number that grows with it, by which jobs are found; jobs from before it was kept have none. */
  sceneNumber: number;
  /** Work units of one frame, in milli-units. */
  milliUnitsPerFrame: number;
  /** A preview of the first frame that came, and the attempt that made it. */
  preview?: { assetId: string; attemptId: string };
  archive?: { assetId: string; sizeBytes: number };
}

/** What the server itself must do next for a job. */
export type JobStep = 'PREPARE' | 'ASSEMBLE' | 'CLOSE';

export interface JobDocument {
  _id: string;
  creatorId: string;
  name: string;
  /** The lowercased name from each of its words on, so that a prefix finds any word. */
  terms: string[];
  kind: JobKind;
  state: string;
  reasonCode?: string;
  reason?: string;
  /** Of an upscaling. */
  factor?: number;
  /** The upload that it was submitted with. */
  uploadId: string;
  /** Of an upscaling. */
  input?: PictureDocument & { hasAlpha: boolean };
  result?: PictureDocument;
  /** Of a render. */
  render?: RenderDocument;
  taskCount: number;
  verifiedTaskCount: number;
  milliUnits: number;
  verifiedMilliUnits: number;
  /** What its creator pays at most for 3,600 work units, in micro-USD: workers that ask more are not leased its tasks. */
  bid: bigint;
  /** The band of that, see `bandOf`: by it jobs are sought and ranked. */
  ceilingBand: number;
  feeBasisPoints: number;
  /** Of an upscaling: work units of an output megapixel, in milli-units. */
  milliUnitsPerMegapixel?: number;
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

/** A job that upscales a picture. */
export interface UpscaleJob extends JobDocument {
  kind: 'UPSCALE';
  factor: number;
  input: NonNullable<JobDocument['input']>;
  milliUnitsPerMegapixel: number;
}

/** A job that renders a scene. */
export interface RenderJob extends JobDocument {
  kind: 'RENDER';
  render: RenderDocument;
}

export const isRenderJob = (job: JobDocument): job is RenderJob => job.kind === 'RENDER';

const picture = {
  _id: false,
  assetId: String,
  previewId: String,
  width: Number,
  height: Number,
  sizeBytes: Number,
  hasAlpha: Boolean,
};

const render = {
  _id: false,
  frameStart: Number,
  frameEnd: Number,
  frameStep: Number,
  frameCount: Number,
  verifiedFrameCount: Number,
  width: Number,
  height: Number,
  samples: Number,
  format: String,
  sceneId: String,
  sceneBytes: Number,
  sceneSha256: String,
  sceneVersion: String,
  sceneNumber: Number,
  milliUnitsPerFrame: Number,
  preview: { type: { _id: false, assetId: String, attemptId: String }, default: undefined },
  archive: { type: { _id: false, assetId: String, sizeBytes: Number }, default: undefined },
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
    input: { type: picture, default: undefined },
    result: { type: picture, default: undefined },
    render: { type: render, default: undefined },
    taskCount: Number,
    verifiedTaskCount: Number,
    milliUnits: Number,
    verifiedMilliUnits: Number,
    bid: BigInt,
    ceilingBand: Number,
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
  { hungry: 1, kind: 1, ceilingBand: -1, createdAt: 1, bid: 1 },
  { partialFilterExpression: { hungry: { $exists: true } } },
);
jobSchema.index({ step: 1 }, { partialFilterExpression: { step: { $exists: true } } });
jobSchema.index(outboxIndex.fields, outboxIndex.options);
