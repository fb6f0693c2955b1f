import type { World } from './world.ts';
import { moveJob } from './moveJob.ts';

/** Ends a job that cannot be done; verified tasks stay paid. Nothing happens to a job that is over. */
export async function failJob(
  world: World,
  jobId: string,
  reasonCode: string,
  reason: string,
): Promise<void> {
  const failed = {
    $set: { reasonCode, reason, step: 'CLOSE', stepTries: 0 },
    $unset: { hungry: 1 },
  } as const;
  if (await moveJob(world, jobId, 'FAILED', failed)) world.kick.job(jobId);
}
