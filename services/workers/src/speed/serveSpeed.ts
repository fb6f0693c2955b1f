import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SpeedGrant, SpeedUrls } from './SpeedUrls.ts';

/** So many agents measure at once; the next are told to come later. */
const mostAtOnce = 8;
/** A measurement takes a few seconds; a line that needs longer is as slow as that. */
const limitMs = 30_000;
const CHUNK_BYTES = 64 * 1024;
/** Noise, so that nothing on the way can make it smaller. */
const noise = randomBytes(CHUNK_BYTES);

const refusals: Record<Exclude<SpeedGrant, 'GRANTED'>, readonly [number, string]> = {
  INVALID: [403, 'URL_INVALID'],
  EXPIRED: [403, 'URL_EXPIRED'],
  USED: [403, 'URL_USED'],
};
const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': 'attachment',
} as const;

/** Answers requests for `/speed/…`: noise to whoever may measure, and what they send is counted and thrown away. */
export function serveSpeed(urls: SpeedUrls) {
  let atOnce = 0;

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (atOnce >= mostAtOnce) return refuse(response, 503, 'RATE_LIMITED');
    const grant = urls.redeem(request.method ?? '', request.url ?? '');
    if (grant !== 'GRANTED') return refuse(response, ...refusals[grant]);
    atOnce++;
    const timer = setTimeout(() => request.destroy(), limitMs);
    response.once('close', () => {
      clearTimeout(timer);
      atOnce--;
    });
    if (request.method === 'GET') send(response, urls.bytes.GET);
    else count(request, response, urls.bytes.PUT);
  };
}

function send(response: ServerResponse, bytes: number): void {
  response.writeHead(200, {
    ...headers,
    'content-type': 'application/octet-stream',
    'content-length': bytes,
  });
  let left = bytes;
  const go = (): void => {
    while (left > 0) {
      const chunk = left < CHUNK_BYTES ? noise.subarray(0, left) : noise;
      left -= chunk.length;
      if (!response.write(chunk)) return void response.once('drain', go);
    }
    response.end();
  };
  go();
}

function count(request: IncomingMessage, response: ServerResponse, most: number): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > most && !response.headersSent) {
      refuse(response, 413, 'FILE_TOO_LARGE');
      response.once('finish', () => request.destroy());
    }
  });
  request.on('error', () => response.destroy());
  request.on('end', () => {
    if (response.headersSent) return;
    response.writeHead(200, { ...headers, 'content-type': 'application/json' });
    response.end(JSON.stringify({ bytes }));
  });
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ code }));
}
