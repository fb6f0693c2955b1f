import type { RenderJob } from '../model/job.ts';
import type { RenderTask } from '../model/task.ts';
import { findFrames, type FrameAsset } from './findFrames.ts';
import { assetIds } from './ids.ts';
import { storeAsset } from './storeAsset.ts';
import type { World } from './world.ts';

const fewestDigits = 4;

/** Puts all frames into one zip, named by their numbers. */
export async function archiveFrames(
  world: World,
  job: RenderJob,
): Promise<{ 'render.archive': { assetId: string; sizeBytes: number } }> {
  const { files, pictures } = world;
  const archive = files.draft();
  try {
    const frames = await provenFrames(world, job);
    const digits = Math.max(fewestDigits, String(job.render.frameEnd).length);
    const entries = frames.map(({ _id, contentType, frame }) => ({
      path: files.path(_id),
      name: `${String(frame.number).padStart(digits, '0')}.${contentType === 'image/jpeg' ? 'jpg' : 'png'}`,
    }));
    const { sizeBytes } = await pictures.run('archive', { entries, archive });
    const assetId = assetIds.archive(job._id);
    const asset = { _id: assetId, ownerId: job.creatorId, jobId: job._id, kind: 'ARCHIVE' } as const;
    await storeAsset(world, archive, { ...asset, contentType: 'application/zip' });
    return { 'render.archive': { assetId, sizeBytes } };
  } finally {
    await files.drop(archive);
  }
}

async function provenFrames(world: World, { _id: jobId, render }: RenderJob): Promise<FrameAsset[]> {
  const verified = await world.tasks.find({ jobId, state: 'VERIFIED' }, { made: 1 }).lean<RenderTask[]>();
  const frames = await findFrames(
    world,
    verified.map(({ made }) => made!.attemptId),
  );
  if (frames.length !== render.frameCount)
    throw new Error(`Of ${render.frameCount} frames there are ${frames.length}.`);
  return frames;
}
