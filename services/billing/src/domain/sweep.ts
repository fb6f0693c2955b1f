import type { BalanceDocument } from '../model/balance.ts';
import { fundJob } from './reserveJob.ts';
import { settle } from './settle.ts';
import type { World } from './world.ts';

const maxBalances = 100;
const maxTransactions = 500;

/**
 * Finishes what a process left half done: money taken before `before` for transactions that are not settled, and
 * transactions recorded before it that are not in every sum.
 */
export async function sweep(world: World, before: Date): Promise<void> {
  await settlePending(world, before);
  await countOld(world, before);
}

async function settlePending(world: World, before: Date): Promise<void> {
  const balances = await world.balances
    .find({ 'pending.at': { $lte: before } }, { pending: 1 }, { limit: maxBalances })
    .lean<Pick<BalanceDocument, '_id' | 'pending'>[]>();
  for (const { _id, pending } of balances)
    for (const { transaction, at } of pending) {
      if (at > before) continue;
      const { kind, jobId, creatorId } = await settle(world, _id, transaction);
      if (kind === 'RESERVATION') await fundJob(world, jobId!, creatorId);
    }
}

async function countOld(world: World, before: Date): Promise<void> {
  const found = await world.transactions
    .find(
      { uncounted: { $gt: '' }, 'uncounted.0': { $exists: true }, at: { $lte: before } },
      { uncounted: 1 },
      { limit: maxTransactions },
    )
    .lean();
  const accounts = new Set(found.flatMap(({ uncounted }) => uncounted));
  for (const account of accounts) await world.counting.run(account);
}
