import { Schema } from 'mongoose';

/** What a worker brings to the market, as it was last told. */
export interface MarketWorkerDocument {
  /** The worker's id. */
  _id: string;
  /** The last change that was taken; older ones are ignored. */
  revision: number;
  /** For 3,600 work units, in micro-dollars. */
  bid: bigint;
  /** Of all slots together; null until measured. */
  benchScore: number | null;
  slots: number;
  /** Whether it is online and willing to take tasks, or at work. */
  online: boolean;
  /** Whether it has a task. */
  busy: boolean;
  /** On how many slots it has a task while it has any; 1 until told. */
  busySlots?: number;
  /** The last change of that which was taken. */
  slotsRevision?: number;
  /** Whether it was deleted; what comes later changes nothing. */
  deleted?: boolean;
}

export const marketWorkerSchema = new Schema<MarketWorkerDocument>(
  {
    _id: { type: String, required: true },
    revision: { type: Number, required: true },
    bid: { type: BigInt, required: true },
    benchScore: { type: Number, default: null },
    slots: { type: Number, required: true },
    online: { type: Boolean, required: true },
    busy: { type: Boolean, required: true },
    busySlots: Number,
    slotsRevision: Number,
    deleted: Boolean,
  },
  { collection: 'marketWorkers', versionKey: false },
);

marketWorkerSchema.index({ online: 1, bid: 1 });
