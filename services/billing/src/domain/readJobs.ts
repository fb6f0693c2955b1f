import type { BalanceDocument } from '../model/balance.ts';
import { jobAccount } from './accounts.ts';
import type { Asker, World } from './world.ts';

/** A job as far as money goes. */
export interface JobView {
  id: string;
  /** In micro-dollars; null until it is funded, and for anyone but its creator. */
  charge: { reserved: bigint; rewards: bigint; fees: bigint; released: bigint } | null;
}

/** Jobs by id, with what they cost where they are the asker's. */
export async function readJobs(
  { balances }: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<JobView[]> {
  const creatorId = actor?.role === 'account' ? actor.accountId : undefined;
  if (creatorId === undefined) return ids.map((id) => ({ id, charge: null }));
  const found = await balances
    .find({ _id: { $in: ids.map(jobAccount) }, creatorId }, { charge: 1 })
    .lean<BalanceDocument[]>();
  const charges = new Map(found.map(({ _id, charge }) => [_id, charge]));
  return ids.map((id) => ({ id, charge: charges.get(jobAccount(id)) ?? null }));
}
