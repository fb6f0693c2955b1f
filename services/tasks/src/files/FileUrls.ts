import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError, type Clock } from '@pictor/kit';

/** What a signed URL allows. */
export interface FileGrant {
  readonly method: 'GET' | 'PUT';
  readonly assetId: string;
  /** The attempt whose lease must be held for it. */
  readonly attemptId?: string | undefined;
  /** Exact size of the body, for PUT. */
  readonly sizeBytes?: number | undefined;
}

/** A grant as an address. */
export interface SignedUrl {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Signs and reads the addresses of files. They hold for method, asset, attempt, size and time together. */
export class FileUrls {
  readonly #publicUrl: string;
  readonly #key: Buffer;
  readonly #clock: Clock;
  readonly #minMs: number;

  /** `minMs` is how long an address works at least; it works half as long again at most. */
  constructor(publicUrl: string, key: Buffer, clock: Clock, minMs: number) {
    this.#publicUrl = publicUrl.replace(/\/$/, '');
    this.#key = key;
    this.#clock = clock;
    this.#minMs = minMs;
  }

  /** An address for the grant. Asked for again within a few minutes it is the same, so that browsers need not reload. */
  sign(grant: FileGrant): SignedUrl {
    const stepMs = this.#minMs / 2;
    const expiresAt = (Math.floor(this.#clock.now() / stepMs) + 1) * stepMs + this.#minMs;
    const query = new URLSearchParams({ expires: String(expiresAt) });
    if (grant.attemptId !== undefined) query.set('attempt', grant.attemptId);
    if (grant.sizeBytes !== undefined) query.set('size', String(grant.sizeBytes));
    query.set('signature', this.#signature(grant, expiresAt).toString('base64url'));
    return { url: `${this.#publicUrl}/files/${grant.assetId}?${query}`, expiresAt };
  }

  /** What a request for this path and query may do; HEAD may what GET may. Errors: URL_INVALID, URL_EXPIRED. */
  read(method: string, pathAndQuery: string): FileGrant {
    const grant = this.#readGrant(method === 'HEAD' ? 'GET' : method, pathAndQuery);
    if (!grant)
      throw new DomainError('URL_INVALID', 'This address was not made by the platform for this use.');
    if (grant.expiresAt <= this.#clock.now())
      throw new DomainError('URL_EXPIRED', 'This address has expired; ask for a new one.');
    return grant;
  }

  #readGrant(method: string, pathAndQuery: string) {
    const url = URL.parse(pathAndQuery, 'http://localhost');
    const assetId = /^\/files\/([0-9a-z.-]{1,80})$/.exec(url?.pathname ?? '')?.[1];
    if (!url || assetId === undefined || (method !== 'GET' && method !== 'PUT')) return undefined;
    const attemptId = url.searchParams.get('attempt') ?? undefined;
    const size = url.searchParams.get('size');
    const sizeBytes = size === null ? undefined : Number(size);
    const expiresAt = Number(url.searchParams.get('expires'));
    const grant = { method, assetId, attemptId, sizeBytes, expiresAt } as const;
    const given = Buffer.from(url.searchParams.get('signature') ?? '', 'base64url');
    const right = this.#signature(grant, expiresAt);
    return given.length === right.length && timingSafeEqual(given, right) ? grant : undefined;
  }

  #signature({ method, assetId, attemptId, sizeBytes }: FileGrant, expiresAt: number): Buffer {
    const parts = [method, assetId, attemptId ?? null, sizeBytes ?? null, expiresAt];
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest();
  }
}
