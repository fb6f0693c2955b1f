import { DomainError } from '@pictor/kit';
import type { AssetDocument } from '../model/asset.ts';
import type { SceneFacts } from '../picture/messages.ts';
import { PictureError } from '../picture/PictureError.ts';
import { sceneTypes } from '../picture/sceneType.ts';
import { sceneNumber } from './engines.ts';
import { assetIds } from './ids.ts';
import { insertJob, type NewJob } from './insertJob.ts';
import { planWithinBounds, type RenderInput } from './renderInput.ts';
import { storeAsset } from './storeAsset.ts';
import type { World } from './world.ts';

/** Makes a render job of an upload. Errors: NOT_A_SCENE, SCENE_TOO_LARGE, JOB_TOO_LARGE, DISK_FULL. */
export async function insertRender(
  world: World,
  job: NewJob,
  upload: AssetDocument,
  wanted: RenderInput,
): Promise<void> {
  const { runs, frameCount, milliUnitsPerFrame, ...plan } = planWithinBounds(wanted, world.prices, job.bid);
  const { sizeBytes, sha256, version } = await keepScene(world, job, upload);
  const render = {
    ...wanted,
    ...{ frameCount, milliUnitsPerFrame },
    verifiedFrameCount: 0,
    ...{
      sceneId: assetIds.scene(job.jobId),
      sceneBytes: sizeBytes,
      sceneSha256: sha256,
      sceneVersion: version,
      sceneNumber: sceneNumber(version),
    },
  };
  await insertJob(world, job, { kind: 'RENDER', render }, { ...plan, taskCount: runs.length });
}

/** Checks the upload and stores the scene that it is or holds. */
async function keepScene(
  world: World,
  { jobId, creatorId }: NewJob,
  upload: AssetDocument,
): Promise<SceneFacts> {
  const { files, pictures } = world;
  const { contentType } = upload;
  if (!sceneTypes.includes(contentType))
    throw new DomainError(
      'NOT_A_SCENE',
      'What was uploaded is a picture; upload a .blend, or a zip with one.',
    );
  const scene = files.draft();
  try {
    const work = { upload: files.path(upload._id), contentType, scene };
    const facts = await pictures.run('scene', work).catch(tellCaller);
    const asset = { _id: assetIds.scene(jobId), ownerId: creatorId, jobId, kind: 'SCENE' } as const;
    await storeAsset(world, scene, { ...asset, contentType: 'application/x-blender' });
    return facts;
  } finally {
    await files.drop(scene);
  }
}

/** Tells who uploaded what is wrong with it; anything else is ours. */
function tellCaller(error: unknown): never {
  if (!(error instanceof PictureError) || error.code === 'PICTURE_PROCESS_FAILED') throw error;
  throw new DomainError(codes[error.code] ?? error.code, error.message);
}

const codes: Readonly<Record<string, string>> = {
  PICTURE_PROCESS_CRASHED: 'NOT_A_SCENE',
  PICTURE_TOO_LARGE: 'SCENE_TOO_LARGE',
};
