import type { UpscaleJob } from '../model/job.ts';
import type { World } from './world.ts';
import { assetIds, taskIdOf } from './ids.ts';
import { planUpscale, type UpscalePlan } from './planUpscale.ts';
import type { Part } from './Part.ts';
import { storeAsset } from './storeAsset.ts';

/** The tasks of an upscale job, each with its band cut out of the picture. */
export async function bandTasks(world: World, job: UpscaleJob): Promise<Part[]> {
  const { input, factor, milliUnitsPerMegapixel, bid } = job;
  const fixed = { ...world.prices, upscaleMilliUnitsPerMegapixel: milliUnitsPerMegapixel };
  const { bands } = planUpscale(input, factor, fixed, bid);
  const sizes = await cutBands(world, job, bands);
  return bands.map(({ index, milliUnits, ...band }, i) => ({
    index,
    milliUnits,
    factor,
    width: input.width,
    band: { ...band, inputBytes: sizes[i]! },
  }));
}

/** The sizes of their files, in bytes. */
async function cutBands(world: World, job: UpscaleJob, bands: UpscalePlan['bands']): Promise<number[]> {
  const { files, pictures } = world;
  const cuts = bands.map(({ inputTop, inputHeight }) => ({
    top: inputTop,
    height: inputHeight,
    path: files.draft(),
  }));
  try {
    await pictures.run('cut', { picture: files.path(job.input.assetId), cuts });
    const sizes: number[] = [];
    for (const [index, { path }] of cuts.entries()) {
      const sizeBytes = await storeAsset(world, path, {
        _id: assetIds.band(taskIdOf(job._id, index)),
        ownerId: job.creatorId,
        kind: 'BAND',
        contentType: 'image/png',
        jobId: job._id,
      });
      sizes.push(sizeBytes);
    }
    return sizes;
  } finally {
    for (const { path } of cuts) await files.drop(path);
  }
}
