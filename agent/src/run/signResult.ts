import { createHash, sign, type KeyObject } from 'node:crypto';
import type { FrameFile } from '../outbox/entries.ts';

/** What proves that this agent made a result: Ed25519, in base64. */
export function signResult(attemptId: string, sha256: string, key: KeyObject): string {
  return sign(null, Buffer.from(`result:${attemptId}:${sha256}`), key).toString('base64');
}

/** SHA-256 of the list of frames, in hexadecimal: a line `<frame> <sha256>` for each, ascending. */
export function hashManifest(frames: readonly FrameFile[]): string {
  const hash = createHash('sha256');
  for (const { frame, sha256 } of frames) hash.update(`${frame} ${sha256}\n`);
  return hash.digest('hex');
}
