import type { BalanceDocument } from '../model/balance.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { isDuplicate } from './isDuplicate.ts';
import { findTransaction } from './transactions.ts';
import type { World } from './world.ts';

/**
 * Finishes a transaction for which money was taken from the account: records it unless its key is in the ledger already,
 * then keeps the money if the ledger has this very try, else gives it back. Anyone may do it, any number of times.
 */
export async function settle(
  world: World,
  account: string,
  transaction: TransactionDocument,
): Promise<TransactionDocument> {
  const recorded = await record(world, transaction);
  if (recorded.nonce === transaction.nonce) await keep(world, account, transaction.nonce);
  else await giveBack(world, account, transaction.nonce);
  return complete(world, recorded);
}

/** Puts a transaction into the ledger; returns what its key stands for, which may be an earlier try. */
export async function record(world: World, transaction: TransactionDocument): Promise<TransactionDocument> {
  const posted = { ...transaction, at: new Date(world.clock.now()) };
  try {
    await world.transactions.create([posted]);
    return posted;
  } catch (error) {
    const known = isDuplicate(error) ? await findTransaction(world, transaction._id) : null;
    if (known) return known;
    throw error;
  }
}

/** Waits until a recorded transaction is in every sum. */
export async function complete(world: World, transaction: TransactionDocument): Promise<TransactionDocument> {
  await Promise.all(transaction.uncounted.map((account) => world.counting.run(account)));
  return transaction;
}

async function keep({ balances }: World, account: string, nonce: string): Promise<void> {
  await balances.updateOne({ _id: account }, { $pull: { pending: { nonce } } });
}

async function giveBack({ balances }: World, account: string, nonce: string): Promise<void> {
  const balance = await balances.findById(account).lean<BalanceDocument>();
  const pending = balance?.pending.find((each) => each.nonce === nonce);
  if (!pending) return;
  await balances.updateOne(
    { _id: account, 'pending.nonce': nonce },
    {
      $inc: Object.fromEntries(pending.took.map(({ field, by }) => [field, -by])),
      $pull: { pending: { nonce } },
    },
  );
}
