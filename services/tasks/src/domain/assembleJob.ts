import { isRenderJob, type JobDocument, type UpscaleJob } from '../model/job.ts';
import { archiveFrames } from './archiveFrames.ts';
import { joinBands } from './joinBands.ts';
import { moveJob } from './moveJob.ts';
import type { World } from './world.ts';

/** Puts the results of all tasks together; then the job is done. */
export async function assembleJob(world: World, job: JobDocument): Promise<void> {
  const made = isRenderJob(job) ? await archiveFrames(world, job) : await joinBands(world, job as UpscaleJob);
  await moveJob(world, job._id, 'DONE', { $set: { ...made, step: 'CLOSE', stepTries: 0 } });
}
