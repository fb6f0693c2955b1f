import { DomainError } from '@pictor/kit';
import type { DurableEvents } from '@pictor/schema/events';
import { jobAccount } from './accounts.ts';
import { answerJob } from './answerJob.ts';
import { releaseJob } from './releaseJob.ts';
import { exact } from './transactions.ts';
import type { World } from './world.ts';

/**
 * Gives back what a finished job did not cost. Before every verified task is paid it is refused, and so comes again. A
 * job that ends before it was funded will not be funded any more.
 */
export async function closeJob(
  world: World,
  { jobId, creatorId, verifiedTaskCount }: DurableEvents['job.closed'],
): Promise<void> {
  const { answer } = await answerJob(world, { jobId, creatorId, answer: 'REFUSED', code: 'JOB_CLOSED' });
  if (answer === 'REFUSED') return;
  await requireRewards(world, jobId, verifiedTaskCount);
  await releaseJob(world, jobId, creatorId);
  world.events.publish('balance.changed', { creatorId });
}

async function requireRewards({ balances }: World, jobId: string, verifiedTaskCount: number): Promise<void> {
  const balance = await balances.findById(jobAccount(jobId), { charge: 1 }, exact).lean();
  const paid = balance?.charge?.rewardCount ?? 0n;
  if (paid < verifiedTaskCount)
    throw new DomainError(
      'REWARDS_OUTSTANDING',
      `Of ${verifiedTaskCount} verified tasks ${paid} are paid yet.`,
    );
}
