import { createHash, createHmac, randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idChars = 20;

/** 256 random bits as text, behind a prefix that says what they open. */
export function newSecret(prefix = ''): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a secret. It has 256 random bits, so one round of SHA-256 cannot be turned back. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** A secret that follows from another one and cannot be had without it. */
export function derivedSecret(secret: string, salt: string): string {
  return createHmac('sha256', secret).update(salt).digest('base64url');
}

/** A new id: 100 random bits in letters that are told apart easily. */
export function newId(prefix: string): string {
  return `${prefix}${inLetters(randomBytes(idChars))}`;
}

/** The one id that belongs to these texts. */
export function idFrom(prefix: string, ...texts: string[]): string {
  return `${prefix}${inLetters(createHash('sha256').update(JSON.stringify(texts)).digest())}`;
}

function inLetters(bytes: Buffer): string {
  return Array.from(bytes.subarray(0, idChars), (byte) => alphabet[byte % alphabet.length]).join('');
}
