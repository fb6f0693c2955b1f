import { randomUUID } from 'node:crypto';
import { DomainError, parseInput } from '@pictor/kit';
import { z } from 'zod';
import { pictureTypes } from '../picture/pictureType.ts';
import { sceneTypes } from '../picture/sceneType.ts';
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

/** Makes a place for a creator's picture or scene. Errors: FILE_TOO_LARGE, FILE_TYPE_REFUSED, RATE_LIMITED, INVALID_INPUT. */
export async function createUpload(world: World, asker: Asker, given: unknown): Promise<UploadView> {
  const ownerId = requireCreator(asker);
  const { sizeBytes, contentType } = parseInput(inputSchema, given);
  const scene = sceneTypes.includes(contentType);
  if (!scene && !pictureTypes.includes(contentType))
    throw new DomainError(
      'FILE_TYPE_REFUSED',
      `Send a file of one of these types: ${[...pictureTypes, ...sceneTypes].join(', ')}.`,
    );
  const most = scene ? limits.sceneUploadBytes : limits.uploadBytes;
  if (sizeBytes > most)
    throw new DomainError(
      'FILE_TOO_LARGE',
      `A ${scene ? 'scene' : 'picture'} has at most ${most / 2 ** 20} MiB.`,
    );
  await checkRoom(world, ownerId, scene);
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

async function checkRoom({ assets }: World, ownerId: string, scene: boolean): Promise<void> {
  const most = scene ? limits.openSceneUploads : limits.openUploads;
  const contentType = { $in: scene ? sceneTypes : pictureTypes };
  const uploads = await assets.countDocuments({ ownerId, kind: 'UPLOAD', contentType }).limit(most);
  if (uploads >= most)
    throw new DomainError(
      'RATE_LIMITED',
      `At most ${most} ${scene ? 'scenes' : 'pictures'} can be uploaded a day; wait a while.`,
    );
}
