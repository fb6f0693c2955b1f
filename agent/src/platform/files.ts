import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { OFFLINE, PlatformError } from './PlatformError.ts';
import { StallWatch } from './StallWatch.ts';

/** The place that a file should come from or go to refused it, for good: another place has to be asked for. */
const PLACE_REFUSED = 'PLACE_REFUSED';
/** The file is larger than it may be. */
const FILE_TOO_LARGE = 'FILE_TOO_LARGE';

/** What is told about a file on its way, and what ends it early. */
export interface Transfer {
  /** Told of each piece that came or went. */
  readonly onPiece: () => void;
  readonly signal: AbortSignal;
}

/** A transfer that stands still for this long is given up; however slow it is, one that goes on is not. */
const STALL_LIMIT_MS = 30_000;
/** What was sent may still be on its way, and is on a disk for good before it is acknowledged. */
const ANSWER_LIMIT_MS = 2 * 60_000;

/** Fetches a file of so many bytes to a path. Throws PlatformError with OFFLINE, PLACE_REFUSED or FILE_TOO_LARGE. */
export async function download(
  url: URL,
  path: string,
  sizeBytes: number,
  { onPiece, signal }: Transfer,
): Promise<void> {
  const stall = new StallWatch('nothing came for too long', STALL_LIMIT_MS);
  const file = await open(path, 'w', 0o600);
  try {
    const response = await send(url, { signal: AbortSignal.any([signal, stall.signal]) });
    let size = 0;
    for await (const chunk of chunksOf(response)) {
      stall.allow(STALL_LIMIT_MS);
      onPiece();
      size += chunk.length;
      if (size > sizeBytes)
        throw new PlatformError(FILE_TOO_LARGE, `The input exceeds the ${sizeBytes} bytes announced.`);
      await file.writeFile(chunk);
    }
    if (size < sizeBytes) throw offline(url, new Error(`it ended after ${size} of ${sizeBytes} bytes`));
  } finally {
    stall.end();
    await file.close();
  }
}

/** Sends a file. Throws PlatformError with OFFLINE or PLACE_REFUSED, and ENOENT where there is no such file. */
export async function upload(url: URL, path: string, { onPiece, signal }: Transfer): Promise<void> {
  const { size } = await stat(path);
  const stall = new StallWatch('nothing went for too long', STALL_LIMIT_MS);
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of createReadStream(path)) {
      yield piece as Buffer;
      stall.allow(STALL_LIMIT_MS);
      onPiece();
    }
    stall.allow(ANSWER_LIMIT_MS);
  }
  try {
    const response = await send(url, {
      method: 'PUT',
      body: pieces(),
      duplex: 'half',
      headers: {
        'content-length': String(size),
        'content-type': path.endsWith('.jpg') ? 'image/jpeg' : 'image/png',
      },
      signal: AbortSignal.any([signal, stall.signal]),
    });
    await response.body?.cancel();
  } finally {
    stall.end();
  }
}

async function send(url: URL, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'error' }).catch((cause: unknown) => {
    throw offline(url, cause);
  });
  if (response.ok) return response;
  await response.body?.cancel();
  if (response.status >= 500 || response.status === 429)
    throw offline(url, new Error(`status ${response.status}`));
  throw new PlatformError(PLACE_REFUSED, `${url.origin}${url.pathname} refused with ${response.status}.`);
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  const url = new URL(response.url);
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw offline(url, cause);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Never with the query: it holds the signature. */
function offline({ origin, pathname }: URL, cause: unknown): PlatformError {
  const why =
    cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : cause;
  return new PlatformError(OFFLINE, `${origin}${pathname} cannot be reached: ${why}.`, { cause });
}
