import { randomUUID } from 'node:crypto';
import { DomainError, parseInput } from '@pictor/kit';
import { z } from 'zod';
import { pictureTypes } from '../picture/pictureType.ts';
import type { World } from './world.ts';
import { limits } from './limits.ts';
import { requireCreator, type Asker } from './whoAsks.ts';

const inputSchema = z.object({ sizeBytes: z.int().min(1), contentType: z.string().max(100) });

/** A place to put a file. */
export interface UploadView {
  readonly assetId: string;
  readonly url: string;
  readonly expiresAt: Date;
}

/** Makes a place for a creator's picture. Errors: FILE_TOO_LARGE, FILE_TYPE_REFUSED, RATE_LIMITED, INVALID_INPUT. */
export async function createUpload(world: World, asker: Asker, given: unknown): Promise<UploadView> {
  const ownerId = requireCreator(asker);
  const { sizeBytes, contentType } = parseInput(inputSchema, given);
  if (sizeBytes > limits.uploadBytes)
    throw new DomainError('FILE_TOO_LARGE', `A picture has at most ${limits.uploadBytes / 2 ** 20} MiB.`);
  if (!pictureTypes.includes(contentType))
    throw new DomainError(
      'FILE_TYPE_REFUSED',
      `Send a picture of one of these types: ${pictureTypes.join(', ')}.`,
    );
  await checkRoom(world, ownerId);
  const now = world.clock.now();
  const assetId = randomUUID();
  await world.assets.create({
    _id: assetId,
    ...{ ownerId, sizeBytes, contentType },
    kind: 'UPLOAD',
    state: 'PENDING',
    createdAt: new Date(now),
    discardAt: new Date(now + world.times.keepUpload),
  });
  const { url, expiresAt } = world.urls.sign({ method: 'PUT', assetId, sizeBytes });
  return { assetId, url, expiresAt: new Date(expiresAt) };
}

async function checkRoom({ assets }: World, ownerId: string): Promise<void> {
  const uploads = await assets.countDocuments({ ownerId, kind: 'UPLOAD' }).limit(limits.openUploads);
  if (uploads >= limits.openUploads)
    throw new DomainError(
      'RATE_LIMITED',
      `At most ${limits.openUploads} pictures can be uploaded a day; wait a while.`,
    );
}
