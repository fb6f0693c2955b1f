import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { completeTask } from '../domain/completeTask.ts';
import { createFrameUpload } from '../domain/createFrameUpload.ts';
import { leaseTask } from '../domain/leaseTask.ts';
import type { LeaseView } from '../domain/leaseView.ts';
import { submitJob } from '../domain/submitJob.ts';
import type { World } from '../domain/world.ts';
import { put, upload } from './flow.ts';
import { creator, type TestAgent } from './openTasks.ts';

/** What Blender 3.4 would save, as far as its head and end tell. */
export const aScene = Buffer.concat([Buffer.from('BLENDER-v304'), Buffer.alloc(4_096), endBlock()]);

/** The last block of a scene, without content. */
function endBlock(): Buffer {
  const block = Buffer.alloc(24);
  block.write('ENDB');
  return block;
}

export const wanted = {
  ...{ frameStart: 1, frameEnd: 6, frameStep: 1, width: 32, height: 24, samples: 4 },
  format: 'PNG8',
} as const;

/** Uploads a scene and submits it. */
export async function submitScene(world: World, render: object = wanted, key = 'scene') {
  const assetId = await upload(world, aScene, 'application/x-blender');
  return submitJob(world, { actor: creator }, { key, name: 'A scene', assetId, factor: 2, render });
}

/** Leases a task for a slot that renders with a version of Blender; null when there is none. */
export function askToRender(world: World, { actor }: TestAgent, version = '3.4.1', slot = 0) {
  return leaseTask(world, { actor }, slot, [{ kind: 'RENDER', version }]);
}

/** Leases a render task that must be there. */
export async function leaseRender(world: World, agent: TestAgent, slot = 0): Promise<LeaseView> {
  const leased = await askToRender(world, agent, '3.4.1', slot);
  if (!leased) throw new Error('There is no task.');
  return leased;
}

type Size = { width: number; height: number };

/** A frame as an honest worker renders it: the same each time, another for each number. */
export function rendered(number: number, { width, height }: Size = wanted): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < data.length; i++) data[i] = 128 + 100 * Math.sin(number * 2 + i / 17);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** A frame of one colour. */
export const plain = (background: string, { width, height }: Size = wanted): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

/** Uploads one frame; its hash. */
export async function uploadFrame(
  world: World,
  { actor }: TestAgent,
  { attemptId, token }: LeaseView,
  frame: number,
  body?: Buffer,
): Promise<string> {
  const bytes = body ?? (await rendered(frame));
  const place = await createFrameUpload(
    world,
    { actor },
    { attemptId, token, frame, sizeBytes: bytes.length },
  );
  const answer = await put(place.url, bytes);
  if (!answer.ok) throw new Error(await answer.text());
  return createHash('sha256').update(bytes).digest('hex');
}

/** Uploads all frames of a lease, and says what completes its attempt. */
export async function uploadFrames(
  world: World,
  agent: TestAgent,
  leased: LeaseView,
  make: (frame: number) => Promise<Buffer> = rendered,
) {
  const frames = [];
  for (const frame of leased.render!.frames)
    frames.push({ frame, sha256: await uploadFrame(world, agent, leased, frame, await make(frame)) });
  const list = frames.map(({ frame, sha256 }) => `${frame} ${sha256}\n`).join('');
  const sha256 = createHash('sha256').update(list).digest('hex');
  const { attemptId, token } = leased;
  return { attemptId, token, frames, sha256, signature: agent.sign(`result:${attemptId}:${sha256}`) };
}

/** Uploads all frames and reports them, by default honest ones. */
export async function completeRender(
  world: World,
  agent: TestAgent,
  leased: LeaseView,
  make?: (frame: number) => Promise<Buffer>,
) {
  return completeTask(world, { actor: agent.actor }, await uploadFrames(world, agent, leased, make));
}
