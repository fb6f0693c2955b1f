import { Schema } from 'mongoose';

/** The rewards of a worker or of a provider on one past day (UTC). */
export interface DaySumDocument {
  /** `worker:ID/YYYY-MM-DD` or `provider:ID/YYYY-MM-DD`: an account's days follow each other. */
  _id: string;
  /** Micro-dollars. */
  amount: bigint;
  taskCount: number;
}

export const daySumSchema = new Schema<DaySumDocument>(
  {
    _id: { type: String, required: true },
    amount: { type: BigInt, required: true },
    taskCount: { type: Number, required: true },
  },
  { collection: 'daySums', versionKey: false },
);
