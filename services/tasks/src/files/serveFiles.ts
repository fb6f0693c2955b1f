import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DomainError, type Clock, type Log } from '@pictor/kit';
import type { FileGrant } from './FileUrls.ts';

/** A file to be sent. */
export interface SentFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  /** Whether it is a picture that we encoded ourselves, so that a page may show it. */
  readonly ours: boolean;
}

/** What stands behind the addresses of files; both throw DomainError. */
export interface FileDoor {
  /** What a request for this path and query may do. */
  read(method: string, pathAndQuery: string): FileGrant;
  find(grant: FileGrant): Promise<SentFile>;
  store(grant: FileGrant, body: AsyncIterable<Buffer>, announcedBytes: number | undefined): Promise<void>;
}

const maxUploads = 64;
const idleLimitMs = 30_000;
/** An upload must on the whole come as fast as this, 128 kbit/s, or it could hold its place for ever. */
const leastBytesPerMs = 16;
const statuses: Readonly<Record<string, number>> = {
  URL_INVALID: 403,
  URL_EXPIRED: 403,
  LEASE_LOST: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  FILE_TOO_LARGE: 413,
  RATE_LIMITED: 503,
  DISK_FULL: 507,
};

/** Answers requests for `/files/…`; false for any other path, which it leaves alone. */
export function serveFiles(door: FileDoor, log: Log, clock: Clock) {
  let uploads = 0;

  async function put(grant: FileGrant, request: IncomingMessage): Promise<void> {
    if (uploads >= maxUploads)
      throw new DomainError('RATE_LIMITED', 'Too many uploads at once; try again in a moment.');
    uploads++;
    request.setTimeout(idleLimitMs, () => request.destroy());
    const limitMs = idleLimitMs + (grant.sizeBytes ?? 0) / leastBytesPerMs;
    const cancel = clock.after(limitMs, () => request.destroy());
    const announced = request.headers['content-length'];
    try {
      // A refusal must still be told, so the request outlives who reads it.
      const body = request.iterator({ destroyOnReturn: false });
      await door.store(grant, body, announced === undefined ? undefined : Number(announced));
    } finally {
      cancel();
      uploads--;
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const grant = door.read(request.method ?? '', request.url ?? '');
    if (grant.method === 'GET') return send(request, response, await door.find(grant));
    await put(grant, request);
    response.writeHead(204, safeHeaders).end();
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!request.url?.startsWith('/files/')) return false;
    answer(request, response).catch((error: unknown) => refuse(response, error, log));
    return true;
  };
}

/** Whatever is in a file, a browser gives it no rights. */
const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'referrer-policy': 'no-referrer',
} as const;

async function send(request: IncomingMessage, response: ServerResponse, file: SentFile): Promise<void> {
  const { path, sizeBytes, contentType, ours } = file;
  response.writeHead(200, {
    ...safeHeaders,
    'content-type': contentType,
    'content-length': sizeBytes,
    'content-disposition': ours ? 'inline' : 'attachment',
    'cache-control': 'private, max-age=600',
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(path), response);
}

function refuse(response: ServerResponse, error: unknown, log: Log): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const known = error instanceof DomainError;
  if (!known) log.error({ err: error }, 'a file could not be served');
  const code = known ? error.code : 'INTERNAL_SERVER_ERROR';
  const message = known ? error.message : 'Something went wrong on our side; try again.';
  response.writeHead(known ? (statuses[code] ?? 400) : 500, {
    ...safeHeaders,
    'content-type': 'application/json',
  });
  response.end(JSON.stringify({ code, message }));
  // What is still to come of a body would hold up the next request on this connection.
  response.req.resume();
}
