import type { KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import { actorSchema, type Actor } from './actor.ts';
import { systemClock, type Clock } from './clock.ts';
import { DomainError } from './errors.ts';
import { tokenAudience, tokenLifetimeMs } from './tokenSigner.ts';

const maxTokenChars = 4096;
const maxRemembered = 10_000;

interface Proof {
  actor: Actor;
  expiresAt: number;
}

/** Verifies tokens. A token seen before costs a look-up; it is remembered at most until it expires. */
export class TokenVerifier {
  readonly #publicKey: KeyObject;
  readonly #clock: Clock;
  readonly #remembered = new Map<string, Promise<Proof>>();

  /** `publicKey` is the signer's Ed25519 key. */
  constructor(publicKey: KeyObject, clock: Clock = systemClock) {
    this.#publicKey = publicKey;
    this.#clock = clock;
  }

  /** How many tokens are remembered now. */
  get remembered(): number {
    return this.#remembered.size;
  }

  /** Who the token speaks for. Rejects with UNAUTHENTICATED when it is malformed, foreign or expired. */
  async verify(token: string): Promise<Actor> {
    if (typeof token !== 'string' || token.length > maxTokenChars) throw refused();
    const { actor, expiresAt } = await (this.#remembered.get(token) ?? this.#remember(token));
    if (this.#clock.now() < expiresAt) return actor;
    this.#remembered.delete(token);
    throw refused();
  }

  /** The proof is remembered while it is still being checked, so that operations arriving together check it once. */
  #remember(token: string): Promise<Proof> {
    const proof = this.#prove(token);
    this.#remembered.set(token, proof);
    proof.catch(() => this.#remembered.delete(token));
    if (this.#remembered.size > maxRemembered) {
      const [oldest] = this.#remembered.keys();
      if (oldest !== undefined) this.#remembered.delete(oldest);
    }
    return proof;
  }

  async #prove(token: string): Promise<Proof> {
    try {
      const { payload } = await jwtVerify(token, this.#publicKey, {
        algorithms: ['EdDSA'],
        audience: tokenAudience,
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: new Date(this.#clock.now()),
      });
      const { exp = 0, iat = 0, sub } = payload;
      const actor = actorSchema.parse(payload.actor);
      if (actor.id !== sub || (exp - iat) * 1000 > tokenLifetimeMs) throw refused();
      return { actor: Object.freeze(actor), expiresAt: exp * 1000 };
    } catch {
      throw refused();
    }
  }
}

function refused(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The credential is not valid any more; sign in again.');
}
