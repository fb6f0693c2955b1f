import { createPublicKey, verify } from 'node:crypto';
import { DomainError } from '@pictor/kit';
import type { CompleteTaskInput } from './completeTask.ts';
import type { World } from './world.ts';
import { assetIds } from './ids.ts';
import type { Agent } from './whoAsks.ts';

/** Whether what was uploaded is what the agent says and has signed. Errors: UPLOAD_INCOMPLETE, DIGEST_MISMATCH, SIGNATURE_INVALID. */
export async function checkResult(
  { assets }: World,
  { publicKey }: Agent,
  { attemptId, assetId, sha256, signature }: CompleteTaskInput,
): Promise<void> {
  const made = assetId === assetIds.attemptResult(attemptId) && (await assets.findById(assetId).lean());
  if (!made || made.state !== 'STORED')
    throw new DomainError(
      'UPLOAD_INCOMPLETE',
      'The result has not been uploaded; PUT it to the place for it first.',
    );
  if (made.sha256 !== sha256)
    throw new DomainError(
      'DIGEST_MISMATCH',
      'What was uploaded has another SHA-256; upload the result again.',
    );
  if (!isSigned(`result:${attemptId}:${sha256}`, signature, publicKey))
    throw new DomainError('SIGNATURE_INVALID', 'The signature is not that of the key made at enrolment.');
}

function isSigned(text: string, signature: string, publicKey: string | undefined): boolean {
  if (publicKey === undefined) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
