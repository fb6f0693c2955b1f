import { journaled } from '@pictor/store';
import { Schema } from 'mongoose';

export interface SessionDocument {
  /** SHA-256 of the token. */
  _id: string;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
}

export const sessionSchema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false, writeConcern: journaled },
);

sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
