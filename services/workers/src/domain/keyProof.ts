import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { DomainError } from '@pictor/kit';

/**
 * The Ed25519 key, as base64 SPKI in its one canonical form, after the signature has shown that the caller holds it.
 * Throws INVALID_INPUT.
 */
export function provenKey(publicKey: string, text: string, signature: string): string {
  const key = readKey(publicKey);
  if (!verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64')))
    throw new DomainError(
      'INVALID_INPUT',
      `proof must be the signature of "enrol:<workerId>:<token>" by publicKey.`,
    );
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

function readKey(publicKey: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below: for the caller, a key of another kind and no key at all are the same mistake.
  }
  throw new DomainError('INVALID_INPUT', 'publicKey must be an Ed25519 key: SPKI in base64.');
}
