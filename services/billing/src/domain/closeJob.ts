import type { DurableEvents } from '@pictor/schema/events';
import { answerJob } from './answerJob.ts';
import { releaseJob } from './releaseJob.ts';
import type { World } from './world.ts';

/** Gives back what a finished job did not cost. A job that ends before it was funded will not be funded any more. */
export async function closeJob(
  world: World,
  { jobId, creatorId }: DurableEvents['job.closed'],
): Promise<void> {
  const { answer } = await answerJob(world, { jobId, creatorId, answer: 'REFUSED', code: 'JOB_CLOSED' });
  if (answer === 'REFUSED') return;
  await releaseJob(world, jobId, creatorId);
  world.events.publish('balance.changed', { creatorId });
}
