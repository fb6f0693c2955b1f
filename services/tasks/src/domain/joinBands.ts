import type { PictureDocument, UpscaleJob } from '../model/job.ts';
import type { World } from './world.ts';
import { assetIds } from './ids.ts';
import { storeAsset } from './storeAsset.ts';

/** Joins the bands of all tasks into the picture, and makes its preview. */
export async function joinBands(world: World, job: UpscaleJob): Promise<{ result: PictureDocument }> {
  const { files, pictures } = world;
  const picture = files.draft();
  const preview = files.draft();
  try {
    const { width, height, sizeBytes } = await pictures.run('assemble', {
      results: await resultsOf(world, job),
      original: files.path(job.input.assetId),
      width: job.input.width * job.factor,
      height: job.input.height * job.factor,
      ...{ picture, preview },
    });
    const result = { assetId: assetIds.result(job._id), previewId: assetIds.resultPreview(job._id) };
    const owned = { ownerId: job.creatorId, jobId: job._id };
    await storeAsset(world, picture, {
      ...owned,
      _id: result.assetId,
      kind: 'PICTURE',
      contentType: 'image/png',
    });
    await storeAsset(world, preview, {
      ...owned,
      _id: result.previewId,
      kind: 'PREVIEW',
      contentType: 'image/webp',
    });
    return { result: { ...result, width, height, sizeBytes } };
  } finally {
    await files.drop(picture);
    await files.drop(preview);
  }
}

async function resultsOf({ tasks, files }: World, job: UpscaleJob): Promise<string[]> {
  const verified = await tasks.find({ jobId: job._id, state: 'VERIFIED' }, { made: 1, index: 1 }).lean();
  return verified.toSorted((a, b) => a.index - b.index).map(({ made }) => files.path(made!.assetId!));
}
