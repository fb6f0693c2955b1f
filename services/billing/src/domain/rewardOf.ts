import type { TransactionDocument } from '../model/transaction.ts';
import { providerAccount } from './accounts.ts';
import { amountFor } from './transactions.ts';

/** What a reward pays, in micro-dollars. */
export function rewardOf(transaction: Pick<TransactionDocument, 'entries' | 'providerId'>): bigint {
  return amountFor(transaction, providerAccount(transaction.providerId!));
}

/** What rewards pay together, in micro-dollars. */
export function totalOf(rewards: readonly TransactionDocument[]): bigint {
  return rewards.reduce((sum, reward) => sum + rewardOf(reward), 0n);
}
