import { DomainError, parseInput, requirePermission } from '@pictor/kit';
import { z } from 'zod';
import { accountFields, type AccountRecord } from './account.ts';
import { walletAddress } from './walletAddress.ts';
import type { Asker, World } from './world.ts';

const wallet = z.object({ address: walletAddress.nullish() });

/**
 * Says where the asker's workers are to be paid on a blockchain; null removes it. Throws UNAUTHENTICATED, FORBIDDEN for
 * anyone but an account that provides, INVALID_INPUT.
 */
export async function setWalletAddress(
  { accounts }: World,
  asker: Asker,
  given: string | null | undefined,
): Promise<AccountRecord> {
  const { accountId } = requirePermission(asker, 'provide');
  const { address } = parseInput(wallet, { address: given });
  const account = await accounts
    .findOneAndUpdate(
      { _id: accountId ?? '' },
      address ? { $set: { walletAddress: address } } : { $unset: { walletAddress: 1 } },
      { returnDocument: 'after', projection: accountFields },
    )
    .lean();
  if (account) return account;
  throw new DomainError('UNAUTHENTICATED', 'This account is gone; sign in again.');
}
