import { journaled } from '@pictor/store';
import { Schema } from 'mongoose';
import type { TransactionDocument } from './transaction.ts';

/** Money taken for a transaction of which it is not settled yet whether it is in the ledger. */
interface Pending {
  nonce: string;
  /** What the taking added to which field; undone by adding the opposite. */
  took: { field: string; by: bigint }[];
  transaction: TransactionDocument;
  at: Date;
}

/** An account that may not go negative: a creator's, or what is reserved for a job. Amounts in micro-dollars. */
export interface BalanceDocument {
  /** The account. */
  _id: string;
  creatorId: string;
  /** At rest the sum of the account's entries. */
  available: bigint;
  pending: Pending[];
  /** Grows with every counting of transactions into it. */
  revision: number;
  /** The transactions of the latest counting. */
  applied: string[];
  /** Of a job: what became of its money. */
  charge?: { reserved: bigint; rewards: bigint; fees: bigint; released: bigint };
  /** Of a job: whether nothing more is paid from it. */
  closed?: boolean;
}

export const balanceSchema = new Schema<BalanceDocument>(
  {
    _id: { type: String, required: true },
    creatorId: { type: String, required: true },
    available: { type: BigInt, required: true },
    pending: [
      {
        _id: false,
        nonce: String,
        took: [{ _id: false, field: String, by: BigInt }],
        transaction: {},
        at: Date,
      },
    ],
    revision: { type: Number, required: true },
    applied: [String],
    charge: {
      type: new Schema(
        { reserved: BigInt, rewards: BigInt, fees: BigInt, released: BigInt },
        { _id: false, versionKey: false },
      ),
    },
    closed: Boolean,
  },
  { collection: 'balances', versionKey: false, writeConcern: journaled },
);

balanceSchema.index({ 'pending.at': 1 }, { partialFilterExpression: { 'pending.at': { $exists: true } } });
balanceSchema.index({ creatorId: 1 }, { partialFilterExpression: { closed: false } });
