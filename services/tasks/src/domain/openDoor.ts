import { DomainError } from '@pictor/kit';
import type { AssetDocument } from '../model/asset.ts';
import { tooLarge } from '../files/AssetFiles.ts';
import type { FileGrant } from '../files/FileUrls.ts';
import type { FileDoor, SentFile } from '../files/serveFiles.ts';
import { leaseLost } from './heldLease.ts';
import { readAttemptId } from './ids.ts';
import { openJobStates } from './jobState.ts';
import { limits } from './limits.ts';
import type { World } from './world.ts';

/** Stores and finds files for who has a signed address, while the lease that it was made for is held. */
export function openDoor(world: World): FileDoor {
  return {
    read: (method, pathAndQuery) => world.urls.read(method, pathAndQuery),
    find: (grant) => findFile(world, grant),
    store: (grant, body, announcedBytes) => storeFile(world, grant, body, announcedBytes),
  };
}

async function findFile(world: World, grant: FileGrant): Promise<SentFile> {
  await checkLease(world, grant);
  const { assets, files } = world;
  const asset = await assets.findOne({ _id: grant.assetId, state: 'STORED' }).lean();
  const sizeBytes = asset ? await files.size(asset._id) : undefined;
  if (!asset || sizeBytes === undefined) throw notFound();
  const { kind, contentType } = asset;
  return {
    path: files.path(asset._id),
    sizeBytes,
    contentType,
    ours: kind === 'PICTURE' || kind === 'PREVIEW',
  };
}

async function storeFile(
  world: World,
  grant: FileGrant,
  body: AsyncIterable<Buffer>,
  announcedBytes: number | undefined,
): Promise<void> {
  await checkLease(world, grant);
  const asset = await world.assets.findById(grant.assetId).lean();
  if (!asset || asset.sizeBytes !== grant.sizeBytes) throw notFound();
  if (announcedBytes !== undefined && announcedBytes !== asset.sizeBytes)
    throw wrongSize(asset, announcedBytes);
  const sha256 = await receive(world, grant, asset, body);
  const place = { _id: asset._id, sizeBytes: asset.sizeBytes };
  await world.assets.updateOne(place, { $set: { state: 'STORED', sha256 } });
  if (asset.kind === 'FRAME') world.kick.frame(asset._id);
}

/** Puts a body in its asset's place; its SHA-256. */
async function receive(
  { files, uploading, ...world }: World,
  grant: FileGrant,
  { _id, ownerId, sizeBytes }: AssetDocument,
  body: AsyncIterable<Buffer>,
): Promise<string> {
  const underWay = uploading.add(ownerId);
  try {
    if (underWay > limits.uploadsAtOnce) throw tooMany();
    const { draft, sha256 } = await files.receive(body, sizeBytes);
    try {
      await checkLease(world, grant);
      await files.keep(draft, _id);
    } finally {
      await files.drop(draft);
    }
    return sha256;
  } finally {
    uploading.remove(ownerId);
  }
}

/** A lease ends with its job, a moment before its task knows. */
async function checkLease(
  { jobs, tasks }: Pick<World, 'jobs' | 'tasks'>,
  { attemptId }: FileGrant,
): Promise<void> {
  if (attemptId === undefined) return;
  const id = readAttemptId(attemptId);
  const held = id && { _id: id.taskId, attempts: id.number, 'lease.token': { $exists: true } };
  const task = held && (await tasks.findOne(held, { jobId: 1 }).lean());
  const open = task && { _id: task.jobId, state: { $in: openJobStates } };
  if (!open || !(await jobs.exists(open))) throw leaseLost();
}

function wrongSize({ sizeBytes }: AssetDocument, announcedBytes: number): DomainError {
  if (announcedBytes > sizeBytes) return tooLarge(sizeBytes);
  return new DomainError('UPLOAD_INCOMPLETE', `This place takes exactly ${sizeBytes} bytes.`);
}

function tooMany(): DomainError {
  const most = limits.uploadsAtOnce;
  return new DomainError('RATE_LIMITED', `At most ${most} uploads of yours at once; try again in a moment.`);
}

function notFound(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such file.');
}
