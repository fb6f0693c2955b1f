import { createHash, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../clock.ts';
import type { Engine } from '../engine/Engine.ts';
import type { LeaseFieldsFragment as Lease } from '../generated/graphql.ts';
import type { Home } from '../home/Home.ts';
import type { Result } from '../outbox/entries.ts';
import { download } from '../platform/files.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';

/** What an attempt needs of the agent. */
export interface AttemptTools {
  readonly home: Home;
  readonly key: KeyObject;
  /** The gateway's address, which relative addresses of files are relative to. */
  readonly gateway: string;
  readonly engine: Engine;
  readonly clock: Clock;
}

/** An attempt that cannot succeed on this machine: a stable code and a sentence. */
class AttemptError extends Error {
  override readonly name = 'AttemptError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const DOWNLOAD_TRIES = 6;
const FIRST_WAIT_MS = 1_000;

/**
 * Does what a lease is for: fetches the input, upscales it, and keeps and signs the result. Throws whatever went wrong,
 * with a `code`; nothing but the result is left behind.
 */
export async function runAttempt(
  lease: Lease,
  tools: AttemptTools,
  onProgress: (progress: number) => void,
  signal: AbortSignal,
): Promise<Result> {
  const { factor, width, keepTop, keepHeight } = lease.upscale;
  if (lease.kind !== 'UPSCALE' || factor !== 2) {
    throw new AttemptError('TASK_UNSUPPORTED', `This agent cannot do ${lease.kind} ×${factor}: update it.`);
  }
  const name = randomUUID();
  const input = join(tools.home.work, `${name}.in.png`);
  const output = join(tools.home.work, `${name}.out.png`);
  try {
    await fetchInput(new URL(lease.inputUrl, tools.gateway), input, tools.clock, signal);
    const made = await tools.engine.run(
      { input, output, crop: { top: keepTop, height: keepHeight } },
      { onProgress: ({ done, total }) => onProgress(done / total), signal },
    );
    if (made.width !== width * factor || made.height !== keepHeight * factor) {
      throw new AttemptError(
        'INPUT_REFUSED',
        `The input is ${made.width / factor} pixels wide, not ${width}.`,
      );
    }
    return await keep(lease, output, join(tools.home.results, `${name}.png`), tools.key);
  } finally {
    await Promise.all([rm(input, { force: true }), rm(output, { force: true })]);
  }
}

/** A network that is gone for a moment must not cost an attempt. */
async function fetchInput(url: URL, path: string, clock: Clock, signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await download(url, path, signal);
    } catch (error) {
      signal.throwIfAborted();
      const again = error instanceof PlatformError && error.code === OFFLINE && tries < DOWNLOAD_TRIES;
      if (!again) throw error;
      await pause(FIRST_WAIT_MS * 2 ** (tries - 1), clock, signal);
    }
  }
}

/** Resolves after a time, or at once when the work is ended. */
function pause(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    signal.addEventListener('abort', end);
  });
}

async function keep(lease: Lease, from: string, path: string, key: KeyObject): Promise<Result> {
  await rename(from, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest('hex');
  const signature = sign(null, Buffer.from(`result:${lease.attemptId}:${sha256}`), key).toString('base64');
  const { size: sizeBytes } = await stat(path);
  const { attemptId, taskId, token } = lease;
  return { attemptId, taskId, token, path, sizeBytes, sha256, signature };
}
