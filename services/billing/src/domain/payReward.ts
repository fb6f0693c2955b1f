import { DomainError } from '@pictor/kit';
import type { DurableEvents } from '@pictor/schema/events';
import type { TransactionDocument } from '../model/transaction.ts';
import { feesAccount, jobAccount, providerAccount, workerSum } from './accounts.ts';
import { microUsd } from './microUsd.ts';
import { post, type Debit } from './post.ts';
import { amountFor, type Draft } from './transactions.ts';
import type { World } from './world.ts';

const milliUnitsPerBid = 3_600_000n;

/**
 * Pays for a verified task from what its job has reserved, never twice. Where that cannot be right it raises an alarm in
 * the log: a second, different reward of a task is dropped, because the task is paid; one that does not follow from units
 * and bid, or that the reservation does not hold, is refused and so comes again, because someone may be owed it.
 */
export async function payReward(world: World, event: DurableEvents['task.verified']): Promise<void> {
  const { draft, debit } = rewardFrom(event);
  const expected = (BigInt(event.milliUnits) * draft.bid!) / milliUnitsPerBid;
  if (amountFor(draft, providerAccount(event.providerId)) !== expected)
    throw alarm(world, event, 'REWARD_WRONG', 'A reward does not follow from its units and bid');
  const posted = await post(world, draft, debit).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'INSUFFICIENT_FUNDS') throw error;
    throw alarm(world, event, 'RESERVATION_OVERDRAWN', 'A reward is more than its job has left');
  });
  if (!sameReward(posted, draft))
    return void alarm(world, event, 'PAID_OTHERWISE', 'A task was paid otherwise before');
  const { workerId, providerId, creatorId } = event;
  world.events.publish('reward.posted', { transactionId: posted._id, workerId, providerId });
  world.events.publish('balance.changed', { creatorId });
}

function rewardFrom(event: DurableEvents['task.verified']): { draft: Draft; debit: Debit } {
  const { taskId, attemptId, jobId, creatorId, workerId, providerId, milliUnits } = event;
  const reward = microUsd(event.rewardMicroUsd);
  const fee = microUsd(event.feeMicroUsd);
  const from = jobAccount(jobId);
  const to = providerAccount(providerId);
  return {
    draft: {
      _id: `reward:${taskId}`,
      kind: 'REWARD',
      entries: [
        { account: from, amount: -(reward + fee) },
        { account: to, amount: reward },
        { account: feesAccount, amount: fee },
      ],
      uncounted: [workerSum(workerId), to],
      ...{ creatorId, jobId, taskId, attemptId, workerId, providerId, milliUnits },
      bid: microUsd(event.bidMicroUsd),
    },
    debit: {
      account: from,
      amount: reward + fee,
      counters: { 'charge.rewards': reward, 'charge.fees': fee },
    },
  };
}

function sameReward(posted: TransactionDocument, draft: Draft): boolean {
  const amounts = ({ entries }: Draft) => entries.map(({ account, amount }) => `${account} ${amount}`).join();
  return posted.attemptId === draft.attemptId && amounts(posted) === amounts(draft);
}

function alarm({ log }: World, event: object, code: string, sentence: string): DomainError {
  log.error({ alarm: code, event }, sentence);
  return new DomainError(code, `${sentence}.`);
}
