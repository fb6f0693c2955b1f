import type { AssetDocument } from '../model/asset.ts';
import { insertJob, type NewJob } from './insertJob.ts';
import { normaliseUpload } from './normaliseUpload.ts';
import { planUpscale } from './planUpscale.ts';
import type { World } from './world.ts';

/** Makes an upscale job of an upload. Errors: NOT_A_PICTURE, PICTURE_TOO_LARGE, DISK_FULL. */
export async function insertUpscale(
  world: World,
  job: NewJob,
  upload: AssetDocument,
  factor: number,
): Promise<void> {
  const input = await normaliseUpload(world, upload, job.jobId);
  const { bands, ...plan } = planUpscale(input, factor, world.prices, job.bid);
  const milliUnitsPerMegapixel = world.prices.upscaleMilliUnitsPerMegapixel;
  const work = { kind: 'UPSCALE', factor, input, milliUnitsPerMegapixel } as const;
  await insertJob(world, job, work, { ...plan, taskCount: bands.length });
}
