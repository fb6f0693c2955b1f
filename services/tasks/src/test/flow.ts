import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { completeTask } from '../domain/completeTask.ts';
import { createResultUpload } from '../domain/createResultUpload.ts';
import { createUpload } from '../domain/createUpload.ts';
import { leaseTask } from '../domain/leaseTask.ts';
import type { LeaseView } from '../domain/leaseView.ts';
import { submitJob } from '../domain/submitJob.ts';
import type { Asker } from '../domain/whoAsks.ts';
import type { World } from '../domain/world.ts';
import { creator, type TestAgent } from './openTasks.ts';
import { seededRandom } from './seededRandom.ts';

/** A colourful picture with soft and hard edges, the same each time. */
export async function aPicture(width = 32, height = 24, alpha = false): Promise<Buffer> {
  const random = seededRandom(width * height);
  const channels = alpha ? 4 : 3;
  const data = Buffer.alloc(width * height * channels);
  const phase = random() * 6;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < channels; channel++)
        data[i++] = 128 + 100 * Math.sin(phase + x / (5 + channel) + y / (4 + 2 * channel)) + 20 * random();
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
}

/** Uploads a file as a creator; its asset's id. */
export async function upload(world: World, body: Buffer, contentType = 'image/png', actor = creator) {
  const { assetId, url } = await createUpload(world, { actor }, { sizeBytes: body.length, contentType });
  const answer = await put(url, body);
  if (!answer.ok) throw new Error(await answer.text());
  return assetId;
}

/** Sends a file to its place. */
export function put(url: string, body: Buffer): Promise<Response> {
  return fetch(url, { method: 'PUT', body: new Uint8Array(body) });
}

/** Uploads a picture and submits it. */
export async function submit(
  world: World,
  {
    picture = undefined as Buffer | undefined,
    key = 'key',
    actor = creator,
    bid = undefined as bigint | undefined,
  } = {},
) {
  const assetId = await upload(world, picture ?? (await aPicture()), 'image/png', actor);
  return submitJob(world, { actor }, { key, name: 'A still life', assetId, factor: 2, bid });
}

const upscales = [{ kind: 'UPSCALE' }];

/** Leases a task for a slot that upscales; null when there is none. */
export function askForTask(world: World, asker: Asker, slot: number): Promise<LeaseView | null> {
  return leaseTask(world, asker, slot, upscales);
}

/** Leases a task that must be there. */
export async function lease(world: World, { actor }: TestAgent, slot = 0): Promise<LeaseView> {
  const leased = await askForTask(world, { actor }, slot);
  if (!leased) throw new Error('There is no task.');
  return leased;
}

/** What an honest worker makes of a band: each pixel four times. */
export async function upscaled({ inputUrl, upscale }: LeaseView): Promise<Buffer> {
  const band = Buffer.from(await (await fetch(inputUrl)).arrayBuffer());
  const { factor, width, keepTop, keepHeight } = upscale!;
  return sharp(band)
    .extract({ left: 0, top: keepTop, width, height: keepHeight })
    .resize(width * factor, keepHeight * factor, { kernel: 'nearest', fit: 'fill' })
    .png()
    .toBuffer();
}

/** Uploads a result and says what completes its attempt. */
export async function uploadResult(
  world: World,
  { actor, sign }: TestAgent,
  leased: LeaseView,
  result: Buffer,
) {
  const { attemptId, token } = leased;
  const place = await createResultUpload(world, { actor }, { attemptId, token, sizeBytes: result.length });
  const answer = await put(place.url, result);
  if (!answer.ok) throw new Error(await answer.text());
  const sha256 = createHash('sha256').update(result).digest('hex');
  const signature = sign(`result:${attemptId}:${sha256}`);
  return { attemptId, token, assetId: place.assetId, sha256, signature };
}

/** Uploads and reports a result, by default an honest one. */
export async function complete(world: World, agent: TestAgent, leased: LeaseView, result?: Buffer) {
  const input = await uploadResult(world, agent, leased, result ?? (await upscaled(leased)));
  return completeTask(world, { actor: agent.actor }, input);
}
