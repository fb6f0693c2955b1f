import { DomainError, parseInput, requirePermission } from '@pictor/kit';
import { z } from 'zod';
import type { TransactionDocument } from '../model/transaction.ts';
import { creatorAccount, manualAccount } from './accounts.ts';
import { post } from './post.ts';
import { amountFor } from './transactions.ts';
import type { Asker, World } from './world.ts';

const maxAmount = 1_000_000_000_000n;

const depositInput = z.object({
  accountId: z.string().regex(/^[\w-]{1,64}$/, 'must be an account’s id'),
  amount: z
    .bigint()
    .positive('must be more than zero')
    .max(maxAmount, 'must be at most 1,000,000 dollars (1000000000000 micro-dollars)'),
  reference: z
    .string()
    .trim()
    .min(1, 'must say what the payment can be found by')
    .max(200, 'must have at most 200 characters'),
  key: z.string().min(1, 'must not be empty').max(64, 'must have at most 64 characters'),
});

/** A payment that an operator recorded. */
export interface DepositView {
  id: string;
  accountId: string;
  /** Micro-dollars. */
  amount: bigint;
  reference: string;
  method: 'MANUAL';
  recordedAt: Date;
}

/**
 * Records that a creator paid in. The same again returns the same deposit. Throws FORBIDDEN, INVALID_INPUT, and
 * KEY_REUSED when the key stands for another deposit.
 */
export async function recordDeposit(world: World, asker: Asker, input: unknown): Promise<DepositView> {
  requirePermission(asker, 'operate');
  const { accountId, amount, reference, key } = parseInput(depositInput, input);
  const account = creatorAccount(accountId);
  const posted = await post(world, {
    _id: `deposit:${accountId}:${key}`,
    kind: 'DEPOSIT',
    entries: [
      { account: manualAccount, amount: -amount },
      { account, amount },
    ],
    uncounted: [account],
    creatorId: accountId,
    balanceOf: accountId,
    reference,
  });
  const deposit = depositOf(posted, accountId);
  if (deposit.amount !== amount || deposit.reference !== reference)
    throw new DomainError(
      'KEY_REUSED',
      'This key stands for another deposit; make a new key for a new payment.',
    );
  world.events.publish('balance.changed', { creatorId: accountId });
  return deposit;
}

function depositOf(posted: TransactionDocument, accountId: string): DepositView {
  return {
    id: posted._id,
    accountId,
    amount: amountFor(posted, creatorAccount(accountId)),
    reference: posted.reference!,
    method: 'MANUAL',
    recordedAt: posted.at,
  };
}
