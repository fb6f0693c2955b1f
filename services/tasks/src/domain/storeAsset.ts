import type { AssetDocument } from '../model/asset.ts';
import type { World } from './world.ts';

/**
 * Puts a file that we made ourselves in its place, and writes down that it is there; its size in bytes. Doing it again
 * does no harm.
 */
export async function storeAsset(
  { files, assets, clock }: World,
  draft: string,
  asset: Pick<AssetDocument, '_id' | 'ownerId' | 'kind' | 'contentType' | 'attemptId'> & { jobId: string },
): Promise<number> {
  await files.keep(draft, asset._id);
  const { _id, ...fields } = asset;
  const sizeBytes = (await files.size(_id)) ?? 0;
  await assets.updateOne(
    { _id },
    { $set: { ...fields, sizeBytes, state: 'STORED' }, $setOnInsert: { createdAt: new Date(clock.now()) } },
    { upsert: true },
  );
  return sizeBytes;
}
