import { DomainError } from '@pictor/kit';
import type { DurableEvents } from '@pictor/schema/events';
import { answerJob, repeatAnswer } from './answerJob.ts';
import { creatorAccount, jobAccount } from './accounts.ts';
import { microUsd } from './microUsd.ts';
import { post } from './post.ts';
import { releaseJob } from './releaseJob.ts';
import type { World } from './world.ts';

/** Sets a job's highest cost aside, or refuses it, and tells which. Asked again, it tells the same again. */
export async function reserveJob(
  world: World,
  { jobId, creatorId, maxMicroUsd }: DurableEvents['job.submitted'],
): Promise<void> {
  if (await repeatAnswer(world, jobId)) return;
  const refusal = await reserve(world, jobId, creatorId, microUsd(maxMicroUsd));
  if (refusal === undefined) await fundJob(world, jobId, creatorId);
  else await answerJob(world, { jobId, creatorId, answer: 'REFUSED', code: refusal });
}

/** Tells that a job's price is reserved; where the job was refused or closed meanwhile, the money goes back. */
export async function fundJob(world: World, jobId: string, creatorId: string): Promise<void> {
  const { answer } = await answerJob(world, { jobId, creatorId, answer: 'FUNDED' });
  if (answer === 'REFUSED') await releaseJob(world, jobId, creatorId);
  world.events.publish('balance.changed', { creatorId });
}

async function reserve(
  world: World,
  jobId: string,
  creatorId: string,
  amount: bigint,
): Promise<string | undefined> {
  const from = creatorAccount(creatorId);
  const to = jobAccount(jobId);
  try {
    await post(
      world,
      {
        _id: `reserve:${jobId}`,
        kind: 'RESERVATION',
        entries: [
          { account: from, amount: -amount },
          { account: to, amount },
        ],
        uncounted: [to],
        creatorId,
        balanceOf: creatorId,
        jobId,
      },
      amount > 0n ? { account: from, amount } : undefined,
    );
    return undefined;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INSUFFICIENT_FUNDS') return error.code;
    throw error;
  }
}
