import type { Entry, TransactionDocument } from '../model/transaction.ts';
import type { World } from './world.ts';

/** A transaction to be posted. */
export type Draft = Omit<TransactionDocument, 'nonce' | 'at'>;

/** The transaction in the ledger, if it is there. */
export async function findTransaction(
  { transactions }: World,
  key: string,
): Promise<TransactionDocument | null> {
  return transactions.findById(key).lean<TransactionDocument>();
}

/** What a transaction adds to an account. */
export function amountFor({ entries }: Pick<TransactionDocument, 'entries'>, account: string): bigint {
  return sumOf(entries.filter((entry) => entry.account === account));
}

/** The sum of entries, in micro-dollars. */
export function sumOf(entries: readonly Entry[]): bigint {
  return entries.reduce((sum, { amount }) => sum + amount, 0n);
}
