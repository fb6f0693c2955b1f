import { randomUUID } from 'node:crypto';
import type { BalanceDocument } from '../model/balance.ts';
import type { TransactionDocument } from '../model/transaction.ts';
import { creatorAccount, jobAccount } from './accounts.ts';
import { settle } from './settle.ts';
import type { World } from './world.ts';

const maxRounds = 100;

/** Closes a job's reservation, so that nothing more is paid from it, and gives back what is left: once. */
export async function releaseJob(world: World, jobId: string, creatorId: string): Promise<void> {
  const account = jobAccount(jobId);
  await world.counting.run(account);
  for (let round = 0; round < maxRounds; round++) {
    const balance = await world.balances.findById(account).lean<BalanceDocument>();
    if (!balance) throw new Error(`${account} is to be closed, but nothing was reserved`);
    for (const { transaction } of balance.pending) await settle(world, account, transaction);
    if (balance.closed) return world.counting.run(creatorAccount(creatorId));
    if (!balance.pending.length) await close(world, balance, releaseOf(world, balance, jobId));
  }
  throw new Error(`${account} could not be closed in ${maxRounds} rounds`);
}

/** The amount and the absence of pending rewards are conditions, so that no reward comes between. */
async function close({ balances }: World, { _id, available }: BalanceDocument, release: TransactionDocument) {
  const took = [
    { field: 'available', by: -available },
    { field: 'charge.released', by: available },
  ];
  await balances.updateOne(
    { _id, available, closed: false, 'pending.0': { $exists: false } },
    {
      $set: { closed: true },
      ...(available > 0n && {
        $inc: Object.fromEntries(took.map(({ field, by }) => [field, by])),
        $push: { pending: { nonce: release.nonce, took, transaction: release, at: release.at } },
      }),
    },
  );
}

function releaseOf({ clock }: World, { _id, creatorId, available }: BalanceDocument, jobId: string) {
  const to = creatorAccount(creatorId);
  const release: TransactionDocument = {
    _id: `release:${jobId}`,
    kind: 'RELEASE',
    at: new Date(clock.now()),
    nonce: randomUUID(),
    entries: [
      { account: _id, amount: -available },
      { account: to, amount: available },
    ],
    uncounted: [to],
    creatorId,
    balanceOf: creatorId,
    jobId,
  };
  return release;
}
