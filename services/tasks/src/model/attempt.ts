import { Schema } from 'mongoose';

/** One worker's try at a task, as lists show it. Its task is the truth; this follows it. */
export interface AttemptDocument {
  _id: string;
  taskId: string;
  creatorId: string;
  number: number;
  workerId: string;
  providerId: string;
  slot: number;
  check: boolean;
  state: string;
  progress: number;
  reasonCode?: string;
  reason?: string;
  checked?: boolean;
  agreementDb?: number;
  milliUnits: number;
  /** Micro-USD. */
  bid: bigint;
  reward: bigint;
  startedAt: Date;
  endedAt?: Date;
}

export const attemptSchema = new Schema<AttemptDocument>(
  {
    _id: { type: String, required: true },
    taskId: { type: String, required: true },
    creatorId: { type: String, required: true },
    number: Number,
    workerId: { type: String, required: true },
    providerId: { type: String, required: true },
    slot: Number,
    check: Boolean,
    state: { type: String, required: true },
    progress: Number,
    reasonCode: String,
    reason: String,
    checked: Boolean,
    agreementDb: Number,
    milliUnits: Number,
    bid: BigInt,
    reward: BigInt,
    startedAt: Date,
    endedAt: Date,
  },
  { collection: 'attempts', versionKey: false },
);

attemptSchema.index({ taskId: 1, number: 1 });
attemptSchema.index({ workerId: 1, startedAt: -1, _id: -1 });
attemptSchema.index({ workerId: 1, state: 1, startedAt: -1, _id: -1 });
