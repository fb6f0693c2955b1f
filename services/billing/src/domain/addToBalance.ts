import type { BalanceDocument } from '../model/balance.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { partsOf } from './accounts.ts';
import { ifNew } from './ifNew.ts';
import { amountFor } from './transactions.ts';
import type { World } from './world.ts';

const untouched = { rewards: 0n, fees: 0n, released: 0n };

/** Adds transactions to a balance that is still at that revision; false when it is not. */
export async function addToBalance(
  { balances }: World,
  account: string,
  before: BalanceDocument | null,
  fresh: readonly TransactionDocument[],
): Promise<boolean> {
  const amount = fresh.reduce((total, transaction) => total + amountFor(transaction, account), 0n);
  const applied = fresh.map(({ _id }) => _id);
  const ofJob = partsOf(account)[0] === 'job';
  if (!before) {
    const { creatorId } = fresh[0]!;
    const job = ofJob && { charge: { reserved: amount, ...untouched }, closed: false };
    return ifNew(() =>
      balances.create([
        { _id: account, creatorId, available: amount, pending: [], revision: 1, applied, ...job },
      ]),
    );
  }
  const { matchedCount } = await balances.updateOne(
    { _id: account, revision: before.revision },
    {
      $inc: { available: amount, revision: 1, ...(ofJob && { 'charge.reserved': amount }) },
      $set: { applied },
    },
  );
  return matchedCount === 1;
}
