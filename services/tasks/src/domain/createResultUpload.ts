import { DomainError, parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { UploadView } from './createUpload.ts';
import type { World } from './world.ts';
import { isUpscaleTask, type UpscaleTask } from '../model/task.ts';
import { requireHeld } from './heldLease.ts';
import { assetIds } from './ids.ts';
import { leaseClaimSchema } from './leaseClaimSchema.ts';
import { requireAgent, type Asker } from './whoAsks.ts';

const inputSchema = leaseClaimSchema.extend({ sizeBytes: z.int().min(1) });

/** Makes a place for an attempt's result; asked for again it is a new one. Errors: LEASE_LOST, FILE_TOO_LARGE. */
export async function createResultUpload(world: World, asker: Asker, given: unknown): Promise<UploadView> {
  const agent = requireAgent(asker);
  const { attemptId, token, sizeBytes } = parseInput(inputSchema, given);
  const task = await requireHeld(world, agent, { attemptId, token });
  if (!isUpscaleTask(task))
    throw new DomainError('INVALID_INPUT', 'A render task has frames: ask for a place for each.');
  const most = maxResultBytes(task);
  if (sizeBytes > most)
    throw new DomainError('FILE_TOO_LARGE', `A result of this task has at most ${most} bytes.`);
  const assetId = assetIds.attemptResult(attemptId);
  const place = {
    ownerId: agent.providerId,
    kind: 'MADE',
    jobId: task.jobId,
    contentType: 'image/png',
    sizeBytes,
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

/** A PNG is no larger than its pixels and a little more. */
function maxResultBytes({ width, band, factor }: UpscaleTask): number {
  const pixels = width * band.height * factor ** 2;
  return Math.ceil(pixels * 3 * 1.05) + 2 ** 16;
}
