import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Actor } from './actor.ts';
import { systemClock, type Clock } from './clock.ts';

export const tokenAudience = 'pictor';
export const tokenLifetimeMs = 60_000;

export interface SignedToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Signs who asks, for the subgraphs to verify: an EdDSA token that lives at most 60 s. */
export class TokenSigner {
  readonly #privateKey: KeyObject;
  readonly #clock: Clock;

  /** `privateKey` is an Ed25519 key. */
  constructor(privateKey: KeyObject, clock: Clock = systemClock) {
    this.#privateKey = privateKey;
    this.#clock = clock;
  }

  /** A token for the actor that ends at `expiresAt` (milliseconds since 1970), or after 60 s if that is sooner. */
  async sign(actor: Actor, expiresAt = Infinity): Promise<SignedToken> {
    const now = Math.floor(this.#clock.now() / 1000);
    const end = Math.min(Math.floor(expiresAt / 1000), now + tokenLifetimeMs / 1000);
    const token = await new SignJWT({ actor })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setAudience(tokenAudience)
      .setSubject(actor.id)
      .setIssuedAt(now)
      .setExpirationTime(end)
      .sign(this.#privateKey);
    return { token, expiresAt: end * 1000 };
  }
}
