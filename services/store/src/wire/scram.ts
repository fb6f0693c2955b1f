import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { CommandError } from '../engine/errors.ts';

const ITERATIONS = 15_000;
const derive = promisify(pbkdf2);

/** What the server knows of the one account's password: enough to check a proof of it, not to make one. */
export interface Verifier {
  user: string;
  salt: Buffer;
  storedKey: Buffer;
  serverKey: Buffer;
}

export async function verifierOf(user: string, password: string): Promise<Verifier> {
  const salt = randomBytes(28);
  const salted = await derive(password, salt, ITERATIONS, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  return { user, salt, storedKey, serverKey: hmac(salted, 'Server Key') };
}

/** One SCRAM-SHA-256 exchange (RFC 7677): the client's and the server's proof that both know the password. */
export class ScramExchange {
  readonly #verifier: Verifier;
  readonly #nonce: string;
  readonly #opening: string;
  readonly challenge: string;

  /** @throws CommandError when the client's first message is malformed */
  constructor(verifier: Verifier, clientFirst: string) {
    const [, bare = '', user, nonce] = /^n,,(n=([^,]+),r=([^,]+))$/.exec(clientFirst) ?? [];
    if (user !== verifier.user || !nonce) throw authenticationFailed();
    this.#verifier = verifier;
    this.#nonce = nonce + randomBytes(24).toString('base64');
    this.challenge = `r=${this.#nonce},s=${verifier.salt.toString('base64')},i=${ITERATIONS}`;
    this.#opening = `${bare},${this.challenge}`;
  }

  /** Checks the client's proof. @returns the server's; @throws CommandError (18) when it is wrong */
  finish(clientFinal: string): string {
    const { storedKey, serverKey } = this.#verifier;
    const [, withoutProof = '', nonce, proof = ''] = /^(c=biws,r=([^,]+)),p=([^,]+)$/.exec(clientFinal) ?? [];
    const signed = `${this.#opening},${withoutProof}`;
    const given = Buffer.from(proof, 'base64');
    const signature = hmac(storedKey, signed);
    if (nonce !== this.#nonce || given.length !== signature.length) throw authenticationFailed();
    const clientKey = given.map((byte, i) => byte ^ signature[i]!);
    if (!timingSafeEqual(createHash('sha256').update(clientKey).digest(), storedKey))
      throw authenticationFailed();
    return `v=${hmac(serverKey, signed).toString('base64')}`;
  }
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function authenticationFailed(): CommandError {
  return new CommandError(18, 'Authentication failed.');
}
