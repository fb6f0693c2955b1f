import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { programFile } from '../../program/location.ts';
import { runSupervised } from '../../sandbox/runSupervised.ts';
import type { EngineTask, RunOptions } from '../Engine.ts';
import type { EngineError } from '../EngineError.ts';
import { blenderArgs } from './blenderArgs.ts';
import type { BlenderDevice } from './deviceOf.ts';
import type { UsableBlender } from './BlenderInstallation.ts';
import { endingOf, refusalOf } from './failureOf.ts';
import { FrameChecker } from './FrameChecker.ts';
import { frameFormats } from './frameChecks.ts';
import { FrameProgress } from './FrameProgress.ts';
import { readEvent, type BlenderEvent } from './readEvent.ts';
import { takeFrame } from './takeFrame.ts';

/** What one run of Blender may take. */
export interface RenderLimits {
  /** Niceness: 0 is normal, 19 the lowest priority. */
  readonly priority: number;
  readonly threads: number;
  readonly mostMemoryBytes: number;
}

/** One run of Blender: a scene, what to make of it, and where. */
export interface Rendering {
  readonly scene: string;
  readonly work: NonNullable<EngineTask['render']>;
  readonly folders: {
    /** Where Blender writes frames. */
    readonly out: string;
    /** Where it writes what it needs for a while. */
    readonly tmp: string;
    /** Where frames lie when they are out of its reach. */
    readonly taken: string;
  };
  /** The kind of GPU, which of those that Blender sees, and what makes it see that one alone; null for the CPU. */
  readonly device: BlenderDevice | null;
}

const SCRIPT = programFile('engine/blender/renderFrames.py');
const KILL_GRACE_MS = 2_000;
const MOST_PROCESSES = 64;
const MIB = 1024 ** 2;
/** A 16-bit RGBA pixel takes 8 bytes; a file that does not compress at all is hardly larger. */
const MOST_FRAME_BYTES_PER_PIXEL = 9;
/** Cycles keeps large pictures on disk while it renders: up to 32 passes of four floats. */
const MOST_DISK_BYTES_PER_PIXEL = 512;
/** Libraries and stacks take address space that they never use. */
const SPARE_ADDRESS_BYTES = 16 * 1024 * MIB;

/** Renders frames by one process of Blender; each is handed over once it is proven. Throws EngineError. */
export async function renderFrames(
  blender: UsableBlender,
  { scene, work, folders, device }: Rendering,
  limits: RenderLimits,
  { onProgress, onFrame, onPreview, signal }: RunOptions,
): Promise<void> {
  const nonce = randomUUID();
  const checker = new FrameChecker(blender.sandbox, folders.taken);
  const progress = new FrameProgress(work.frames.length);
  const missing = new Set(work.frames);
  const pixels = work.width * work.height;
  const mostDiskBytes = 1024 * MIB + pixels * MOST_DISK_BYTES_PER_PIXEL;
  const { extension } = frameFormats[work.format];
  let refusal: EngineError | undefined;

  const take = async (frame: number): Promise<void> => {
    const name = `frame-${frame}.${extension}`;
    const path = join(folders.taken, name);
    const made = join(folders.out, name);
    const taken = await takeFrame(made, path, MIB + pixels * MOST_FRAME_BYTES_PER_PIXEL);
    const preview = await checker.check({
      path,
      width: work.width,
      height: work.height,
      format: work.format,
    });
    if (preview) onPreview?.(preview);
    await rm(made, { force: true });
    await onFrame({ frame, path, ...taken });
  };
  const failed = new AbortController();
  let taking = Promise.resolve();
  const onEvent = (event: BlenderEvent): void => {
    progress.event(event);
    if (event.event === 'REFUSED') refusal ??= refusalOf(event, blender.version);
    if (event.event !== 'WRITTEN' || !missing.delete(event.frame)) return;
    taking = taking.then(() => take(event.frame));
    // One bad frame is enough: what comes after it is of no use.
    taking.catch((error: unknown) => failed.abort(error));
  };

  const { environment = {}, ...chosen } = device ?? {};
  const command = blender.sandbox.confine({
    command: [blender.path, ...blenderArgs({ script: SCRIPT, scene, threads: limits.threads })],
    readable: [SCRIPT, scene, ...(blender.folder === null ? [] : [blender.folder])],
    writable: [folders.out],
    tmp: folders.tmp,
    mostFileBytes: mostDiskBytes,
    mostAddressBytes: device === null ? limits.mostMemoryBytes + SPARE_ADDRESS_BYTES : null,
    gpus: true,
    environment,
  });
  const { frames, width, height, samples, format } = work;
  const order = {
    nonce,
    frames,
    width,
    height,
    samples,
    format,
    device: device && chosen,
    threads: limits.threads,
    folder: folders.out,
  };
  try {
    const ending = await runSupervised(command, {
      input: `${JSON.stringify(order)}\n`,
      priority: limits.priority,
      onLine: (line) => {
        const event = readEvent(line, nonce);
        if (event) onEvent(event);
        const isAlive = event !== undefined || progress.line(line);
        if (isAlive) onProgress(progress.progress);
        return isAlive;
      },
      killGraceMs: KILL_GRACE_MS,
      mostMemoryBytes: limits.mostMemoryBytes,
      mostProcesses: MOST_PROCESSES,
      folder: { path: join(folders.out, '..'), mostBytes: mostDiskBytes },
      signal: AbortSignal.any([signal, failed.signal]),
    });
    await taking;
    if (refusal) throw refusal;
    if (missing.size > 0) throw endingOf(ending);
  } catch (error) {
    // What made us end Blender says more than that we did.
    throw failed.signal.aborted ? failed.signal.reason : error;
  } finally {
    await taking.catch(() => undefined);
    await checker.close();
  }
}
