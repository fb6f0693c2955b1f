import { DomainError } from '@pictor/kit';
import type { AssetDocument } from '../model/asset.ts';
import type { PictureDocument } from '../model/job.ts';
import { pictureTypes } from '../picture/pictureType.ts';
import { PictureError } from '../picture/PictureError.ts';
import type { World } from './world.ts';
import { assetIds } from './ids.ts';
import { storeAsset } from './storeAsset.ts';

/** Decodes an upload and stores what a job goes on with. Errors: NOT_A_PICTURE, PICTURE_TOO_LARGE, DISK_FULL. */
export async function normaliseUpload(
  world: World,
  upload: AssetDocument,
  jobId: string,
): Promise<PictureDocument & { hasAlpha: boolean }> {
  const { files, pictures } = world;
  const picture = files.draft();
  const preview = files.draft();
  const { contentType, ownerId } = upload;
  if (!pictureTypes.includes(contentType))
    throw new DomainError('NOT_A_PICTURE', 'What was uploaded is a scene: say what of it to render.');
  try {
    const work = { upload: files.path(upload._id), contentType, picture, preview };
    const normal = await pictures.run('normalise', work).catch(tellCaller);
    const ids = { assetId: assetIds.picture(jobId), previewId: assetIds.picturePreview(jobId) };
    const owned = { ownerId, jobId };
    await storeAsset(world, picture, {
      ...owned,
      _id: ids.assetId,
      kind: 'PICTURE',
      contentType: 'image/png',
    });
    await storeAsset(world, preview, {
      ...owned,
      _id: ids.previewId,
      kind: 'PREVIEW',
      contentType: 'image/webp',
    });
    return { ...normal, ...ids };
  } finally {
    await files.drop(picture);
    await files.drop(preview);
  }
}

/** Tells who uploaded what is wrong with it; anything else is ours. */
function tellCaller(error: unknown): never {
  if (!(error instanceof PictureError) || error.code === 'PICTURE_PROCESS_FAILED') throw error;
  const code = error.code === 'PICTURE_PROCESS_CRASHED' ? 'NOT_A_PICTURE' : error.code;
  throw new DomainError(code, error.message);
}
