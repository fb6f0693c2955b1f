import type { BalanceDocument } from '../model/balance.ts';
import type { EarningsDocument } from '../model/earnings.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { partsOf } from './accounts.ts';
import { addToBalance } from './addToBalance.ts';
import { addToEarnings } from './addToEarnings.ts';
import type { World } from './world.ts';

const maxAtOnce = 500;
const maxRounds = 1_000;

/** What of an account has not been counted; the second condition is the partial index's. */
const uncountedOf = (account: string) => ({ uncounted: account, 'uncounted.0': { $exists: true } });

/**
 * Counts what is not in an account's sum yet, each transaction exactly once. The sum is read first and written on
 * condition of its revision, together with the keys counted: so a transaction that is still marked as uncounted and not
 * among those keys has never been counted, whatever ended in between and whoever counts at the same time.
 */
export async function countTransactions(world: World, account: string): Promise<void> {
  for (let round = 0; round < maxRounds; round++) {
    const sum = await readSum(world, account);
    const found = await world.transactions
      .find(uncountedOf(account), null, { limit: maxAtOnce + 1 })
      .lean<TransactionDocument[]>();
    const applied = new Set(sum.document?.applied);
    const fresh = found.filter(({ _id }) => !applied.has(_id)).slice(0, maxAtOnce);
    const all = found.length <= maxAtOnce;
    if (applied.size && (!all || found.some(({ _id }) => applied.has(_id))))
      await mark(world, account, applied);
    const keys = new Set(fresh.map(({ _id }) => _id));
    if (fresh.length && (await sum.add(fresh))) await mark(world, account, keys);
    else if (!fresh.length && all) return;
  }
  throw new Error(`${account} could not be counted in ${maxRounds} rounds`);
}

async function readSum(world: World, account: string) {
  const { balances, earnings } = world;
  if (['creator', 'job'].includes(partsOf(account)[0])) {
    const document = await balances.findById(account).lean<BalanceDocument>();
    return { document, add: (fresh: TransactionDocument[]) => addToBalance(world, account, document, fresh) };
  }
  const document = await earnings.findById(account).lean<EarningsDocument>();
  return { document, add: (fresh: TransactionDocument[]) => addToEarnings(world, account, document, fresh) };
}

/** Marks transactions as counted into the account's sum. Unsynced: a mark that is lost is made again. */
async function mark({ transactions }: World, account: string, keys: ReadonlySet<string>): Promise<void> {
  await transactions.updateMany(
    { _id: { $in: [...keys] }, uncounted: account },
    { $pull: { uncounted: account } },
    { writeConcern: { w: 'majority' } },
  );
}
