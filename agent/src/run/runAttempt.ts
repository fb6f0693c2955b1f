import { randomUUID, type KeyObject } from 'node:crypto';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Engine } from '../engine/Engine.ts';
import { EngineError } from '../engine/EngineError.ts';
import { runWatched } from '../engine/runWatched.ts';
import type { LeaseFieldsFragment as Lease } from '../generated/graphql.ts';
import type { Home } from '../home/Home.ts';
import type { FrameFile, Result } from '../outbox/entries.ts';
import type { Transfer } from '../platform/files.ts';
import { removeFolder } from '../sandbox/removeFolder.ts';
import { AttemptError } from './AttemptError.ts';
import { fetchInput } from './fetchInput.ts';
import { hashFile } from './hashFile.ts';
import { KeptFrames } from './KeptFrames.ts';
import type { FetchScene, HeldScene, Scenes } from './Scenes.ts';
import { hashManifest, signResult } from './signResult.ts';

/** What an attempt needs of the agent. */
export interface AttemptTools {
  readonly home: Home;
  readonly key: KeyObject;
  /** The gateway's address, which relative addresses of files are relative to. */
  readonly gateway: string;
  /** The slot's engine for this kind of task. */
  readonly engine: Engine;
  readonly scenes: Scenes;
  readonly clock: Clock;
}

/** What is told about an attempt while it runs, and what ends it early. */
export interface AttemptOptions {
  readonly onProgress: (progress: number) => void;
  /** Told of each piece of the input that comes. */
  readonly onPiece: () => void;
  /** Told of each frame that is kept, those of an earlier run first. */
  readonly onFrame: (frame: FrameFile, fromEarlierRun: boolean) => void;
  /** Told what there is to see so far, as a small JPEG. */
  readonly onPreview?: ((jpeg: Buffer) => void) | undefined;
  readonly signal: AbortSignal;
}

/**
 * Does what a lease is for: fetches the input, has the engine do its work, and keeps and signs the result. Throws
 * whatever went wrong, with a `code`; nothing but the result and finished frames is left behind.
 */
export async function runAttempt(
  lease: Lease,
  tools: AttemptTools,
  options: AttemptOptions,
): Promise<Result> {
  const folder = join(tools.home.work, randomUUID());
  await mkdir(join(folder, 'made'), { recursive: true, mode: 0o700 });
  try {
    return lease.render
      ? await makeFrames(lease, lease.render, folder, tools, options)
      : await makeFile(lease, folder, tools, options);
  } finally {
    // What cannot be removed now goes at the next start: a result is worth more.
    await removeFolder(folder).catch(() => undefined);
  }
}

async function makeFile(
  lease: Lease,
  folder: string,
  tools: AttemptTools,
  { onProgress, onPiece, onPreview, signal }: AttemptOptions,
): Promise<Result> {
  const { path: input, release } = await inputOf(lease, folder, tools, { onPiece, signal });
  try {
    const outcome = await runWatched(
      tools.engine,
      { input, folder: join(folder, 'made'), upscale: lease.upscale, render: null },
      { onProgress: ({ done, total }) => onProgress(done / total), onFrame: refuseFrame, onPreview, signal },
      tools.clock,
    );
    if (outcome.kind !== 'FILE') throw new EngineError('ENGINE_FAILED', 'The engine made no file.');
    const path = join(tools.home.results, `${randomUUID()}.png`);
    await rename(outcome.path, path);
    const sha256 = await hashFile(path);
    return { ...proofOf(lease, sha256, tools.key), path, sizeBytes: (await stat(path)).size };
  } finally {
    release();
  }
}

async function makeFrames(
  lease: Lease,
  render: NonNullable<Lease['render']>,
  folder: string,
  tools: AttemptTools,
  { onProgress, onPiece, onFrame, onPreview, signal }: AttemptOptions,
): Promise<Result> {
  const kept = await KeptFrames.open(tools.home.results, lease.attemptId);
  for (const frame of kept.all()) onFrame(frame, true);
  const frames = render.frames.filter((frame) => !kept.has(frame));
  const before = render.frames.length - frames.length;
  onProgress(before / render.frames.length);
  if (frames.length > 0) {
    const { path: input, release } = await inputOf(lease, folder, tools, { onPiece, signal });
    try {
      await runWatched(
        tools.engine,
        { input, folder: join(folder, 'made'), upscale: null, render: { ...render, frames } },
        {
          onProgress: ({ done, total }) =>
            onProgress((before + (frames.length * done) / total) / render.frames.length),
          onFrame: async (made) => onFrame(await kept.add(made), false),
          onPreview,
          signal,
        },
        tools.clock,
      );
    } finally {
      release();
    }
  }
  const missing = render.frames.find((frame) => !kept.has(frame));
  if (missing !== undefined) throw new EngineError('FRAME_MISSING', `Frame ${missing} was not made.`);
  const wanted = new Set(render.frames);
  const made = kept.all().filter(({ frame }) => wanted.has(frame));
  return { ...proofOf(lease, hashManifest(made), tools.key), folder: kept.folder, frames: made };
}

/** A scene serves many tasks and is kept; anything else lies in the attempt's own folder. */
async function inputOf(
  lease: Lease,
  folder: string,
  tools: AttemptTools,
  { onPiece, signal }: Transfer,
): Promise<HeldScene> {
  const fetch: FetchScene = (path, onPiece) => fetchInput(lease, path, tools, { onPiece, signal });
  if (lease.inputSha256 !== null) return tools.scenes.hold(lease.inputSha256, fetch, onPiece);
  const path = join(folder, 'input');
  await fetch(path, onPiece);
  return { path, release: () => undefined };
}

function proofOf({ attemptId, taskId, token }: Lease, sha256: string, key: KeyObject) {
  return { attemptId, taskId, token, sha256, signature: signResult(attemptId, sha256, key) };
}

async function refuseFrame(): Promise<void> {
  throw new AttemptError('TASK_UNSUPPORTED', 'The engine made a frame where a picture was asked for.');
}
