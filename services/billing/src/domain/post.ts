import { randomUUID } from 'node:crypto';
import { DomainError } from '@pictor/kit';
import type { BalanceDocument } from '../model/balance.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { complete, record, settle } from './settle.ts';
import { findTransaction, sumOf, type Draft } from './transactions.ts';
import type { World } from './world.ts';

/** How much of an account may be unsettled at once: each notes a whole transaction in the balance document. */
const maxPending = 64;

/** Money that must be there: taken from `available` of an account before the transaction is recorded. */
export interface Debit {
  account: string;
  amount: bigint;
  /** What else of the balance document changes with it. */
  counters?: Readonly<Record<string, bigint>>;
}

/**
 * Posts a transaction once: the unique key in the ledger decides. A debit is taken first, in one conditional update that
 * notes for whom; if this process ends before it is settled, the sweep finishes it. Returns what the key stands for.
 * Throws INSUFFICIENT_FUNDS, and RATE_LIMITED when too much is being posted to the account at once.
 */
export async function post(world: World, draft: Draft, debit?: Debit): Promise<TransactionDocument> {
  if (sumOf(draft.entries) !== 0n) throw new Error(`The entries of ${draft._id} do not sum to zero`);
  const known = await findTransaction(world, draft._id);
  if (known) return complete(world, known);
  const transaction = { ...draft, nonce: randomUUID(), at: new Date(world.clock.now()) };
  if (!debit) return complete(world, await record(world, transaction));
  if (await take(world, transaction, debit)) return settle(world, debit.account, transaction);
  return postedByAnother(world, draft._id, debit);
}

async function take(
  { balances, clock }: World,
  transaction: TransactionDocument,
  { account, amount, counters }: Debit,
): Promise<boolean> {
  const took = Object.entries({ available: -amount, ...counters }).map(([field, by]) => ({ field, by }));
  const { matchedCount } = await balances.updateOne(
    {
      _id: account,
      available: { $gte: amount },
      closed: { $ne: true },
      [`pending.${maxPending - 1}`]: { $exists: false },
    },
    {
      $inc: Object.fromEntries(took.map(({ field, by }) => [field, by])),
      $push: { pending: { nonce: transaction.nonce, took, transaction, at: new Date(clock.now()) } },
    },
  );
  return matchedCount === 1;
}

/** The money may be missing only because another try at the same key holds it: then that one is finished. */
async function postedByAnother(
  world: World,
  key: string,
  { account, amount }: Debit,
): Promise<TransactionDocument> {
  const balance = await world.balances.findById(account).lean<BalanceDocument>();
  const pending = balance?.pending.find(({ transaction }) => transaction._id === key);
  if (pending) return settle(world, account, pending.transaction);
  const known = await findTransaction(world, key);
  if (known) return complete(world, known);
  if (balance && !balance.closed && balance.available >= amount)
    throw new DomainError('RATE_LIMITED', 'Too much is being posted to this account at once; try again.');
  throw new DomainError('INSUFFICIENT_FUNDS', 'There is not enough money for this; pay in first.');
}
