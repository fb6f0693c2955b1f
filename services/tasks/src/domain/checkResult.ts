import { createHash, createPublicKey, verify } from 'node:crypto';
import { DomainError } from '@pictor/kit';
import { isRenderTask, type RenderTask } from '../model/task.ts';
import type { CompleteTaskInput } from './completeTaskInput.ts';
import { findFrames } from './findFrames.ts';
import type { LeasedTask } from './leasedTask.ts';
import type { World } from './world.ts';
import { assetIds } from './ids.ts';
import { wantedFrames } from './wantedFrames.ts';
import type { Agent } from './whoAsks.ts';

/** Whether what was uploaded is what the agent says and has signed. Errors: UPLOAD_INCOMPLETE, DIGEST_MISMATCH, SIGNATURE_INVALID. */
export async function checkResult(
  world: World,
  { publicKey }: Agent,
  task: LeasedTask,
  input: CompleteTaskInput,
): Promise<void> {
  if (isRenderTask(task)) await checkFrames(world, task, task.lease.check, input);
  else await checkFile(world, input);
  const { attemptId, sha256, signature } = input;
  if (!isSigned(`result:${attemptId}:${sha256}`, signature, publicKey))
    throw new DomainError('SIGNATURE_INVALID', 'The signature is not that of the key made at enrolment.');
}

async function checkFile(
  { assets }: World,
  { attemptId, assetId, sha256 }: CompleteTaskInput,
): Promise<void> {
  const made = assetId === assetIds.attemptResult(attemptId) && (await assets.findById(assetId).lean());
  if (!made || made.state !== 'STORED')
    throw incomplete('The result has not been uploaded; PUT it to the place for it first.');
  if (made.sha256 !== sha256)
    throw mismatch('What was uploaded has another SHA-256; upload the result again.');
}

/** Every frame must be there, as listed, and the list be the one that was signed. */
async function checkFrames(
  world: World,
  task: RenderTask,
  check: boolean,
  { attemptId, frames, sha256 }: CompleteTaskInput,
): Promise<void> {
  const uploaded = new Map(
    (await findFrames(world, [attemptId])).map((each) => [each.frame.number, each.sha256]),
  );
  const listed = new Map(frames?.map((each) => [each.frame, each.sha256]));
  const wanted = wantedFrames(task, check);
  for (const frame of wanted) {
    if (!listed.has(frame) || !uploaded.has(frame))
      throw incomplete(`Frame ${frame} is missing; upload it and list it.`);
    if (listed.get(frame) !== uploaded.get(frame))
      throw mismatch(`What was uploaded as frame ${frame} has another SHA-256; upload it again.`);
  }
  const list = wanted.map((frame) => `${frame} ${uploaded.get(frame)}\n`).join('');
  if (listed.size !== wanted.length || createHash('sha256').update(list).digest('hex') !== sha256)
    throw mismatch('The SHA-256 is not that of the list of frames.');
}

const incomplete = (message: string) => new DomainError('UPLOAD_INCOMPLETE', message);
const mismatch = (message: string) => new DomainError('DIGEST_MISMATCH', message);

function isSigned(text: string, signature: string, publicKey: string | undefined): boolean {
  if (publicKey === undefined) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
