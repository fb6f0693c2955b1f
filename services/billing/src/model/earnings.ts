import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { Schema } from 'mongoose';

/** The rewards of a worker or of a provider, summed up. Amounts in micro-dollars. */
export interface EarningsDocument {
  /** `worker:ID` or `provider:ID`. */
  _id: string;
  providerId: string;
  total: bigint;
  taskCount: number;
  /** The latest day (UTC) with rewards, as YYYY-MM-DD. Earlier ones are in `daySums`. */
  day: string;
  dayAmount: bigint;
  dayTaskCount: number;
  /** Grows with every counting of transactions into it. */
  revision: number;
  /** The transactions of the latest counting. */
  applied: string[];
  /** What `workers` is to be told: never more than the latest. */
  outbox?: OutboxEntry[];
}

export const earningsSchema = new Schema<EarningsDocument>(
  {
    _id: { type: String, required: true },
    providerId: { type: String, required: true },
    total: { type: BigInt, required: true },
    taskCount: { type: Number, required: true },
    day: { type: String, required: true },
    dayAmount: { type: BigInt, required: true },
    dayTaskCount: { type: Number, required: true },
    revision: { type: Number, required: true },
    applied: [String],
    outbox: outboxField,
  },
  { collection: 'earnings', versionKey: false },
);

earningsSchema.index(outboxIndex.fields, outboxIndex.options);
