import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const fileSchema = z.object({
  name: z.string().regex(/^[\w][\w.-]*$/),
  sizeBytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const manifestSchema = z.looseObject({ files: z.array(z.looseObject(fileSchema.shape)).max(50) });

type DownloadFile = z.output<typeof fileSchema>;

const prefix = '/download/';
const aYear = 365 * 24 * 3_600;

/**
 * Serves what `npm run package:agent` made, from a folder, below `/download/`: the files that its manifest names, the
 * manifest itself, which is `null` where nothing was made, and `SHA256SUMS`. The folder may be empty, and is looked at anew for each request.
 */
export class Downloads {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Answers a request for a path below `/download/`. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#answer(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'The file could not be read. Try again.');
      else response.destroy();
    });
  };

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'Files are only read.');
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
    const name = pathname.slice(prefix.length);
    if (name === 'manifest.json' || name === 'SHA256SUMS') return this.#serveText(name, request, response);
    const file = this.#files().find((each) => each.name === name);
    if (!file) return refuse(response, 404, 'There is no such file. /download lists those that there are.');
    const wanted = searchParams.get('sha256');
    if (wanted !== null && wanted !== file.sha256)
      return refuse(response, 404, 'That version is not served any more. /download lists the present one.');
    const path = join(this.#folder, file.name);
    if (statSync(path, { throwIfNoEntry: false })?.size !== file.sizeBytes) {
      response.setHeader('retry-after', '60');
      return refuse(response, 503, 'The file is being made. Try again in a minute.');
    }
    return sendFile(path, file, wanted !== null, request, response);
  }

  #serveText(name: string, request: IncomingMessage, response: ServerResponse): void {
    const path = join(this.#folder, name);
    const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
    if (!isThere && name !== 'manifest.json') return refuse(response, 404, 'Nothing has been packaged here.');
    const type = name.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : isThere ? readFileSync(path) : 'null');
  }

  #files(): DownloadFile[] {
    const path = join(this.#folder, 'manifest.json');
    if (!statSync(path, { throwIfNoEntry: false })) return [];
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).files;
  }
}

/** Sends a file, or the part of it that was asked for. What is named by its hash never changes, and may be kept. */
async function sendFile(
  path: string,
  { name, sizeBytes, sha256 }: DownloadFile,
  isNamedByHash: boolean,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const etag = `"${sha256}"`;
  response.setHeader('etag', etag);
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('cache-control', isNamedByHash ? `public, max-age=${aYear}, immutable` : 'no-cache');
  if (headers['if-none-match']?.includes(etag)) return void response.writeHead(304).end();
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag;
  const range = headers.range !== undefined && isSame ? rangeOf(headers.range, sizeBytes) : undefined;
  if (range === 'beyond') {
    response.setHeader('content-range', `bytes */${sizeBytes}`);
    return refuse(response, 416, 'The file is shorter than that.');
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  if (range) response.setHeader('content-range', `bytes ${start}-${end}/${sizeBytes}`);
  response.writeHead(range ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    'content-length': end - start + 1,
  });
  if (method === 'HEAD') return void response.end();
  await pipeline(createReadStream(path, { start, end }), response).catch(() => undefined);
}

/** One range of bytes; undefined for anything else, which is answered with the whole file. */
function rangeOf(header: string, size: number): { start: number; end: number } | 'beyond' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  if (from !== '' && to !== '' && Number(to) < start) return undefined;
  return start >= size || (from === '' && Number(to) === 0) ? 'beyond' : { start, end };
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}
