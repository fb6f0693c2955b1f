import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** How long the secret in an address can be used. */
const SECRET_MS = 5 * 60_000;
const MOST_SECRETS = 8;
/** So many tabs; the one opened first has to be opened anew. */
const MOST_BEARERS = 16;

/**
 * Who may use the page: a secret in its address is traded once, within 5 min, for a bearer that a tab keeps. Only their
 * digests are held, in memory, so that they end with the process.
 */
export class Keys {
  /** The bearer of this machine's commands, which read it from the home folder. */
  readonly control = random();
  readonly #controlDigest = digestOf(this.control);
  readonly #clock: Clock;
  #secrets: { readonly digest: Buffer; readonly until: number }[] = [];
  #bearers: Buffer[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Makes a secret for the address of the page. */
  secret(): string {
    const secret = random();
    this.#secrets = [
      ...this.#secrets,
      { digest: digestOf(secret), until: this.#clock.elapsed() + SECRET_MS },
    ].slice(-MOST_SECRETS);
    return secret;
  }

  /** Trades a secret for a bearer; undefined for one that was used, is too old or was never given. */
  trade(secret: string): string | undefined {
    const digest = digestOf(secret);
    const found = this.#secrets.find((each) => timingSafeEqual(each.digest, digest));
    this.#secrets = this.#secrets.filter((each) => each !== found);
    if (!found || this.#clock.elapsed() >= found.until) return undefined;
    const bearer = random();
    this.#bearers = [...this.#bearers, digestOf(bearer)].slice(-MOST_BEARERS);
    return bearer;
  }

  /** Whether a bearer was given by this process. */
  knows(bearer: string): boolean {
    const digest = digestOf(bearer);
    return [this.#controlDigest, ...this.#bearers].some((each) => timingSafeEqual(each, digest));
  }
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
