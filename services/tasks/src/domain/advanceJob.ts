import type { World } from './world.ts';
import { moveJob } from './moveJob.ts';

/** Brings a job up to date with its verified tasks; with the last of them the result is put together. */
export async function advanceJob(world: World, jobId: string): Promise<void> {
  const { jobs, tasks } = world;
  await moveJob(world, jobId, 'RUNNING');
  const verified = await tasks.find({ jobId, state: 'VERIFIED' }, { milliUnits: 1, frames: 1 }).lean();
  const verifiedMilliUnits = verified.reduce((sum, { milliUnits }) => sum + milliUnits, 0);
  const verifiedFrameCount = verified.reduce((sum, { frames }) => sum + (frames?.count ?? 0), 0);
  const rendered = verifiedFrameCount ? { 'render.verifiedFrameCount': verifiedFrameCount } : {};
  const job = await jobs
    .findOneAndUpdate(
      { _id: jobId },
      { $max: { verifiedTaskCount: verified.length, verifiedMilliUnits, ...rendered } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!job || verified.length < job.taskCount) return;
  const assembling = { $set: { step: 'ASSEMBLE', stepTries: 0 }, $unset: { hungry: 1 } } as const;
  if (await moveJob(world, jobId, 'ASSEMBLING', assembling)) world.kick.job(jobId);
}
