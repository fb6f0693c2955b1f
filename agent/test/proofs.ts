import { createHash, createPublicKey, verify } from 'node:crypto';

/** SHA-256 in hexadecimal. */
export function digest(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether a signature is that of a public key, as agents tell it. */
export function verified(publicKey: string, data: Buffer, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, data, key, Buffer.from(signature, 'base64'));
}
