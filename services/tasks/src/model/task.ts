import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { Schema } from 'mongoose';
import type { FrameFormat } from '../picture/messages.ts';
import { failures, type FailureDocument, type JobKind } from './job.ts';

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
  /** Since when it runs, put off by the time in which its agent was not heard from; since `startedAt` where absent. */
  since?: Date;
  /** When it last gave a sign of life, put off alike; at `startedAt` where absent. */
  aliveAt?: Date;
  /** How many signs of life its agent had told of; none where absent. */
  signs?: number;
  /** Whether its agent has stopped and means to go on with it. */
  stopping?: boolean;
  /** Micro-USD for 3,600 work units, fixed when it was leased. */
  bid: bigint;
  /** Of a render: the Blender that the slot told of then, see `sceneNumber`. */
  blender?: number;
}

/** A result that an attempt has reported. */
export interface MadeDocument {
  attemptId: string;
  number: number;
  token: string;
  workerId: string;
  providerId: string;
  slot: number;
  /** Of an upscaling; frames are found by their attempt. */
  assetId?: string;
  /** Of the result, or of the list of its frames. */
  sha256: string;
  bid: bigint;
  /** Of a render: the Blender that it was made with, see `sceneNumber`. */
  blender?: number;
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

/** Rows of a picture, and those that a worker is given to make them from. */
interface BandDocument {
  top: number;
  height: number;
  inputTop: number;
  inputHeight: number;
  /** Of the file with those rows. */
  inputBytes: number;
}

/** Frames of a scene. */
interface FramesDocument {
  start: number;
  end: number;
  step: number;
  count: number;
}

/** What a task's frames are made from and how; the same for each task of a job. */
interface SceneDocument {
  sceneId: string;
  sceneBytes: number;
  sceneSha256: string;
  /** The least Blender that opens it. */
  sceneNumber: number;
  width: number;
  height: number;
  samples: number;
  format: FrameFormat;
}

/** A task: the truth about its attempts and what they pay. */
export interface TaskDocument {
  _id: string;
  jobId: string;
  creatorId: string;
  kind: JobKind;
  index: number;
  state: string;
  /** Of an upscaling. */
  factor?: number;
  width?: number;
  band?: BandDocument;
  /** Of a render. */
  frames?: FramesDocument;
  render?: SceneDocument;
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
  /** Which frames of a render its re-run is asked for. */
  checkFrames?: number[];
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

/** A task that makes a band of a picture. */
export interface UpscaleTask extends TaskDocument {
  kind: 'UPSCALE';
  factor: number;
  width: number;
  band: BandDocument;
}

/** A task that makes frames of a scene. */
export interface RenderTask extends TaskDocument {
  kind: 'RENDER';
  frames: FramesDocument;
  render: SceneDocument;
}

export const isUpscaleTask = (task: TaskDocument): task is UpscaleTask => task.kind === 'UPSCALE';
export const isRenderTask = (task: TaskDocument): task is RenderTask => task.kind === 'RENDER';

const lease = new Schema<LeaseDocument>(
  {
    token: String,
    workerId: String,
    providerId: String,
    slot: Number,
    check: Boolean,
    startedAt: Date,
    expiresAt: Date,
    since: Date,
    aliveAt: Date,
    signs: Number,
    stopping: Boolean,
    bid: BigInt,
    blender: Number,
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
    blender: Number,
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

const scene = {
  _id: false,
  sceneId: String,
  sceneBytes: Number,
  sceneSha256: String,
  sceneNumber: Number,
  width: Number,
  height: Number,
  samples: Number,
  format: String,
};

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
    band: {
      type: {
        _id: false,
        top: Number,
        height: Number,
        inputTop: Number,
        inputHeight: Number,
        inputBytes: Number,
      },
      default: undefined,
    },
    frames: {
      type: { _id: false, start: Number, end: Number, step: Number, count: Number },
      default: undefined,
    },
    render: { type: scene, default: undefined },
    milliUnits: Number,
    feeBasisPoints: Number,
    attempts: Number,
    lease: { type: lease, default: undefined },
    progress: Number,
    movedAt: Date,
    made: { type: made, default: undefined },
    check: { type: made, default: undefined },
    checkFrames: { type: [Number], default: undefined },
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
taskSchema.index({ kind: 1, checkSince: 1, 'render.sceneNumber': 1 }, where('checkSince'));
taskSchema.index({ kind: 1, 'made.blender': 1, checkSince: 1 }, where('checkSince'));
taskSchema.index({ 'ended.attemptId': 1 }, where('ended.attemptId'));
taskSchema.index(outboxIndex.fields, outboxIndex.options);
