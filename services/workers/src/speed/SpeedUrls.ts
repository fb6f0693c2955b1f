import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@pictor/kit';

const lifeMs = 60_000;
/** Addresses remembered as used; each is for a minute, so this is far more than agents can be given in that time. */
const mostUsed = 20_000;

/** Whether bytes come from the platform or go to it. */
export type Direction = 'GET' | 'PUT';

/** What a request may do, or why it may not. */
export type SpeedGrant = 'GRANTED' | 'INVALID' | 'EXPIRED' | 'USED';

/** Signs and reads the addresses by which agents measure their connection; each is good once, and not for long. */
export class SpeedUrls {
  /** How many bytes go through an address at most. */
  readonly bytes: Readonly<Record<Direction, number>> = { GET: 16 * 2 ** 20, PUT: 8 * 2 ** 20 };
  readonly #publicUrl: string;
  readonly #key: Buffer;
  readonly #clock: Clock;
  readonly #used = new Set<string>();

  constructor(publicUrl: string, key: Buffer, clock: Clock) {
    this.#publicUrl = publicUrl.replace(/\/$/, '');
    this.#key = key;
    this.#clock = clock;
  }

  /** An address for one measurement. */
  sign(direction: Direction): string {
    const id = randomBytes(12).toString('hex');
    const expires = this.#clock.now() + lifeMs;
    const signature = this.#signature(direction, id, expires).toString('base64url');
    return `${this.#publicUrl}/speed/${id}?${new URLSearchParams({ expires: String(expires), signature })}`;
  }

  /** What a request of this method for this path and query may do; an address that is granted is thereby used. */
  redeem(method: string, pathAndQuery: string): SpeedGrant {
    const url = URL.parse(pathAndQuery, 'http://localhost');
    const id = /^\/speed\/([0-9a-f]{24})$/.exec(url?.pathname ?? '')?.[1];
    if (!url || id === undefined || (method !== 'GET' && method !== 'PUT')) return 'INVALID';
    const expires = Number(url.searchParams.get('expires'));
    const given = Buffer.from(url.searchParams.get('signature') ?? '', 'base64url');
    const right = this.#signature(method, id, expires);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return 'INVALID';
    if (expires <= this.#clock.now()) return 'EXPIRED';
    if (this.#used.has(id)) return 'USED';
    this.#used.add(id);
    const [oldest] = this.#used;
    if (this.#used.size > mostUsed && oldest !== undefined) this.#used.delete(oldest);
    return 'GRANTED';
  }

  #signature(direction: Direction, id: string, expires: number): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify(['speed', direction, id, expires]))
      .digest();
  }
}
