import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from '../../bench/median.ts';
import { programFile } from '../../program/location.ts';
import { runSupervised } from '../../sandbox/runSupervised.ts';
import type { BenchmarkOptions, Engine } from '../Engine.ts';
import { EngineError } from '../EngineError.ts';
import { blenderArgs } from './blenderArgs.ts';
import type { UsableBlender } from './BlenderInstallation.ts';
import type { RenderLimits } from './renderFrames.ts';

const SCRIPT = programFile('engine/blender/benchmarkScene.py');
const MAKE_LIMIT_MS = 120_000;
const KILL_GRACE_MS = 2_000;
const MIB = 1024 ** 2;
const MOST_PROCESSES = 64;

/**
 * A processor takes seconds for what a GPU does at once: time grows with pixels and samples alike, so speeds compare, as
 * long as the few tenths of a second that a frame takes beside its samples are few.
 */
const sizes = {
  CPU: { width: 320, height: 180, samples: 8 },
  GPU: { width: 640, height: 360, samples: 256 },
} as const;
/** The first frame warms up. */
const FRAMES = [1, 2, 3, 4];

/**
 * Renders a fixed scene by one run of Blender; the megasamples a second of the median frame, the time to start not
 * counted. Throws EngineError.
 */
export async function benchmarkBlender(
  engine: Pick<Engine, 'run' | 'estimate'>,
  blender: UsableBlender,
  limits: RenderLimits,
  { folder, signal }: BenchmarkOptions,
): Promise<number> {
  const input = await makeScene(blender, limits, folder, signal);
  const work = join(folder, 'work');
  await mkdir(work, { mode: 0o700 });
  const frame = { ...sizes[blender.gpus ? 'GPU' : 'CPU'], format: 'PNG8' as const, uploaded: [] };
  const task = { input, folder: work, upscale: null, render: { ...frame, frames: FRAMES } };
  const written: number[] = [];
  await engine.run(task, {
    onProgress: () => undefined,
    onFrame: async () => void written.push(performance.now()),
    signal,
  });
  const seconds = written.slice(1).map((at, index) => (at - (written[index] as number)) / 1_000);
  return engine.estimate(task) / FRAMES.length / median(seconds);
}

/** The scene is made by the Blender that will render it: it can always read what it wrote. */
async function makeScene(
  blender: UsableBlender,
  { priority, mostMemoryBytes }: RenderLimits,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const made = join(folder, 'scene');
  await mkdir(made, { mode: 0o700 });
  const path = join(made, 'scene.blend');
  const command = blender.sandbox.confine({
    command: [blender.path, ...blenderArgs({ script: SCRIPT })],
    readable: [SCRIPT, ...(blender.folder === null ? [] : [blender.folder])],
    writable: [made],
    environment: {},
    tmp: null,
    mostFileBytes: 64 * MIB,
    mostAddressBytes: null,
    gpus: false,
  });
  const ending = await runSupervised(command, {
    input: `${path}\n`,
    priority,
    onLine: () => true,
    silenceLimitMs: () => MAKE_LIMIT_MS,
    wallLimitMs: MAKE_LIMIT_MS,
    killGraceMs: KILL_GRACE_MS,
    mostMemoryBytes,
    mostProcesses: MOST_PROCESSES,
    signal,
  });
  if (ending.code === 0 && (await stat(path).catch(() => undefined))?.isFile()) return path;
  const last = ending.lastLines.findLast((line) => /error/i.test(line)) ?? ending.lastLines.at(-1) ?? '';
  throw new EngineError(
    'ENGINE_FAILED',
    `The scene to measure with could not be made: ${last.slice(0, 200)}.`,
  );
}
