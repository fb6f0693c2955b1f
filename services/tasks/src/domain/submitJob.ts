import { DomainError, parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { AssetDocument } from '../model/asset.ts';
import type { JobDocument } from '../model/job.ts';
import { awaitFunding } from './awaitFunding.ts';
import { ceilingOf, ceilingSchema } from './ceiling.ts';
import type { World } from './world.ts';
import { jobIdOf } from './ids.ts';
import { insertRender } from './insertRender.ts';
import { insertUpscale } from './insertUpscale.ts';
import { openJobStates } from './jobState.ts';
import { limits } from './limits.ts';
import { planWithinBounds, renderSchema } from './renderInput.ts';
import { requireCreator, type Asker } from './whoAsks.ts';

const maxAtOnce = 4;

const inputSchema = z.object({
  key: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(120),
  assetId: z.string().min(1).max(80),
  factor: z.literal(2, 'Pictures are upscaled by a factor of 2.'),
  render: renderSchema.nullish(),
  bid: ceilingSchema,
});

/**
 * Submits a picture for upscaling, or a scene for rendering, and waits a little for the answer about its price. The
 * same key again returns the same job. Errors: ASSET_NOT_FOUND, UPLOAD_INCOMPLETE, NOT_A_PICTURE, PICTURE_TOO_LARGE,
 * NOT_A_SCENE, SCENE_TOO_LARGE, JOB_TOO_LARGE, INVALID_INPUT, TOO_MANY_JOBS, RATE_LIMITED, DISK_FULL.
 */
export async function submitJob(world: World, asker: Asker, given: unknown): Promise<JobDocument> {
  const creatorId = requireCreator(asker);
  const input = parseInput(inputSchema, given);
  if (input.render) planWithinBounds(input.render, world.prices, ceilingOf(input.bid, world.prices));
  const jobId = jobIdOf(creatorId, input.key);
  return awaitFunding(world, jobId, () =>
    world.underWay.run(`submission ${jobId}`, () => submitOnce(world, creatorId, jobId, input)),
  );
}

async function submitOnce(
  world: World,
  creatorId: string,
  jobId: string,
  { name, assetId, factor, render, bid }: z.output<typeof inputSchema>,
): Promise<void> {
  if (await world.jobs.exists({ _id: jobId })) return;
  const underWay = world.submitting.add(creatorId);
  try {
    await checkRoom(world, creatorId, underWay);
    const upload = await findUpload(world, creatorId, assetId);
    const job = { jobId, creatorId, name, uploadId: assetId, bid: ceilingOf(bid, world.prices) };
    if (render) await insertRender(world, job, upload, render);
    else await insertUpscale(world, job, upload, factor);
  } finally {
    world.submitting.remove(creatorId);
  }
  world.kick.job(jobId);
}

async function checkRoom({ jobs }: World, creatorId: string, underWay: number): Promise<void> {
  if (underWay > maxAtOnce)
    throw new DomainError('RATE_LIMITED', `Submit at most ${maxAtOnce} jobs at once; try again in a moment.`);
  const open = await jobs.countDocuments({ creatorId, state: { $in: openJobStates } });
  if (open + underWay > limits.openJobs)
    throw new DomainError(
      'TOO_MANY_JOBS',
      `At most ${limits.openJobs} jobs may be open; wait for one to finish.`,
    );
}

async function findUpload({ assets }: World, ownerId: string, assetId: string): Promise<AssetDocument> {
  const upload = await assets.findOne({ _id: assetId, ownerId, kind: 'UPLOAD' }).lean();
  if (!upload)
    throw new DomainError('ASSET_NOT_FOUND', 'There is no such upload of yours; upload the file again.');
  if (upload.state === 'STORED') return upload;
  throw new DomainError(
    'UPLOAD_INCOMPLETE',
    'The file has not been uploaded yet; PUT it to the place you were given.',
  );
}
