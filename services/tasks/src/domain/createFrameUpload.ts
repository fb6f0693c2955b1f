import { DomainError, parseInput } from '@pictor/kit';
import { z } from 'zod';
import { isRenderTask, type RenderTask } from '../model/task.ts';
import type { UploadView } from './createUpload.ts';
import { requireHeld } from './heldLease.ts';
import { assetIds } from './ids.ts';
import { leaseClaimSchema } from './leaseClaimSchema.ts';
import { wantedFrames } from './wantedFrames.ts';
import { requireAgent, type Asker } from './whoAsks.ts';
import type { World } from './world.ts';

const inputSchema = leaseClaimSchema.extend({ frame: z.int().min(0), sizeBytes: z.int().min(1) });

/** Makes a place for a frame; asked for again it is a new one. Errors: LEASE_LOST, FILE_TOO_LARGE, FRAME_UNKNOWN. */
export async function createFrameUpload(world: World, asker: Asker, given: unknown): Promise<UploadView> {
  const agent = requireAgent(asker);
  const { attemptId, token, frame, sizeBytes } = parseInput(inputSchema, given);
  const task = await requireHeld(world, agent, { attemptId, token });
  if (!isRenderTask(task) || !wantedFrames(task, task.lease.check).includes(frame))
    throw new DomainError('FRAME_UNKNOWN', `Frame ${frame} is none of this attempt's.`);
  const most = maxFrameBytes(task);
  if (sizeBytes > most)
    throw new DomainError('FILE_TOO_LARGE', `A frame of this task has at most ${most} bytes.`);
  const assetId = assetIds.frame(attemptId, frame);
  const place = {
    ownerId: agent.providerId,
    kind: 'FRAME',
    jobId: task.jobId,
    contentType: task.render.format === 'JPEG' ? 'image/jpeg' : 'image/png',
    ...{ attemptId, sizeBytes },
    frame: { number: frame },
  };
  await world.assets.updateOne(
    { _id: assetId },
    {
      $set: { ...place, state: 'PENDING' },
      $unset: { sha256: 1 },
      $setOnInsert: { createdAt: new Date(world.clock.now()) },
    },
    { upsert: true },
  );
  const { url, expiresAt } = world.urls.sign({ method: 'PUT', assetId, attemptId, sizeBytes });
  return { assetId, url, expiresAt: new Date(expiresAt) };
}

const bytesPerPixel = { PNG8: 4, PNG16: 8, JPEG: 4 } as const;

/** A frame is no larger than its pixels and a little more. */
function maxFrameBytes({ render: { width, height, format } }: RenderTask): number {
  return Math.ceil(width * height * bytesPerPixel[format] * 1.05) + 2 ** 16;
}
