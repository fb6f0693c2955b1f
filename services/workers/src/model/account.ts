import { journaled } from '@pictor/store';
import { Schema } from 'mongoose';

export interface AccountDocument {
  _id: string;
  /** Lowercased. */
  email: string;
  /** argon2id in PHC form. */
  passwordHash: string;
  roles: ('PROVIDER' | 'CREATOR' | 'OPERATOR')[];
  createdAt: Date;
  /** An Ethereum address with its EIP-55 checksum. */
  walletAddress?: string;
}

export const accountSchema = new Schema<AccountDocument>(
  {
    _id: { type: String, required: true },
    email: { type: String, required: true },
    passwordHash: { type: String, required: true },
    roles: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    walletAddress: String,
  },
  { collection: 'accounts', versionKey: false, writeConcern: journaled },
);

accountSchema.index({ email: 1 }, { unique: true });
