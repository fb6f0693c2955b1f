import type { Actor } from '@pictor/kit';
import { accountFields, type AccountRecord } from './account.ts';
import type { Asker, World } from './world.ts';

/** The account that asks; null for a stranger or an agent. */
export async function viewer(world: World, { actor }: Asker): Promise<AccountRecord | null> {
  if (!actor?.accountId) return null;
  return world.accounts.findById(actor.accountId, accountFields).lean();
}

/** Accounts by id, as far as the actor may see them: their own, for an operator all. */
export async function findAccounts(
  world: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<Map<string, AccountRecord>> {
  const visible = ids.filter((id) => maySee(actor, id));
  const found = await world.accounts.find({ _id: { $in: visible } }, accountFields).lean();
  return new Map(found.map((account) => [account._id, account]));
}

/** The wallet addresses of providers that have one, by their ids, for who may see their workers already. */
export async function walletsOf({ accounts }: World, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await accounts.find({ _id: { $in: ids } }, { walletAddress: 1 }).lean();
  return new Map(found.flatMap(({ _id, walletAddress }) => (walletAddress ? [[_id, walletAddress]] : [])));
}

/** The ids among these that name the actor or, for an agent, its owner. An operator sees all. */
export function visibleOwners({ actor }: Asker, ids: readonly string[]): Map<string, { id: string }> {
  const visible = ids.filter((id) => maySee(actor, id) || actor?.providerId === id);
  return new Map(visible.map((id) => [id, { id }]));
}

function maySee(actor: Actor | undefined, accountId: string): boolean {
  return actor?.accountId === accountId || Boolean(actor?.permissions.includes('operate'));
}
