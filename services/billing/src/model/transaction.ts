import { journaled } from '@pictor/store';
import { Schema } from 'mongoose';

/** An amount that a transaction adds to an account, or takes from it when negative; micro-dollars. */
export interface Entry {
  /** `creator:ID`, `job:ID` (what is reserved for it), `provider:ID`, `platform:fees` or `world:manual`. */
  account: string;
  amount: bigint;
}

/** One movement of money with all its entries, whose sum is zero. Inserted once, never changed but for `uncounted`. */
export interface TransactionDocument {
  /** Made from what it is about, so that doing it twice does it once. */
  _id: string;
  kind: 'DEPOSIT' | 'RESERVATION' | 'REWARD' | 'RELEASE';
  at: Date;
  /** Tells apart two tries at the same key. */
  nonce: string;
  entries: Entry[];
  /** The sums that this transaction is not in yet. */
  uncounted: string[];
  creatorId: string;
  /** The creator again where the transaction moves the balance: what the list of its postings is read by. */
  balanceOf?: string;
  /** What a deposit can be found by. */
  reference?: string;
  jobId?: string;
  taskId?: string;
  attemptId?: string;
  workerId?: string;
  providerId?: string;
  milliUnits?: number;
  bid?: bigint;
}

export const transactionSchema = new Schema<TransactionDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    nonce: { type: String, required: true },
    entries: [{ _id: false, account: String, amount: BigInt }],
    uncounted: [String],
    creatorId: { type: String, required: true },
    balanceOf: String,
    reference: String,
    jobId: String,
    taskId: String,
    attemptId: String,
    workerId: String,
    providerId: String,
    milliUnits: Number,
    bid: BigInt,
  },
  { collection: 'transactions', versionKey: false, writeConcern: journaled },
);

const having = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
transactionSchema.index({ uncounted: 1 }, having('uncounted.0'));
transactionSchema.index({ balanceOf: 1, at: -1, _id: -1 }, having('balanceOf'));
transactionSchema.index({ workerId: 1, at: -1, _id: -1 }, having('workerId'));
transactionSchema.index({ providerId: 1, at: -1, _id: -1 }, having('providerId'));
transactionSchema.index({ jobId: 1 }, having('jobId'));
