import { dirname, join } from 'node:path';
import { runSupervised } from '../../sandbox/runSupervised.ts';
import type { Sandbox } from '../../sandbox/Sandbox.ts';
import { takeFrame } from '../blender/takeFrame.ts';
import { EngineError } from '../EngineError.ts';
import { FACTOR } from '../tiles.ts';

/** The program, and the model that it is to use. */
export interface Ncnn {
  readonly program: string;
  readonly model: string | null;
}

/** One run of it, and what it may take. */
export interface NcnnRun {
  /** The picture, as a PNG. */
  readonly input: string;
  /** The folder that it writes to; nothing else is. */
  readonly folder: string;
  /** Which of the GPUs that it sees. */
  readonly gpu: number;
  readonly sandbox: Sandbox;
  readonly priority: number;
  /** How long it may give no sign of life, in milliseconds. */
  readonly silenceLimitMs: number;
  /** Told the share done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

const USUAL_MODEL = 'realesr-animevideov3';
const WALL_LIMIT_MS = 3_600_000;
const KILL_GRACE_MS = 2_000;
const MIB = 1024 ** 2;
const MOST_FILE_BYTES = 256 * MIB;

/**
 * Enlarges a picture by realesrgan-ncnn-vulkan and resolves with the path of what it has made, out of its reach: it ends with 0
 * after many failures, so that only a look at the file tells whether it is what was asked for. Throws EngineError.
 */
export async function runNcnn({ program, model }: Ncnn, run: NcnnRun): Promise<string> {
  const output = join(run.folder, 'enlarged.png');
  const models = join(dirname(program), 'models');
  const command = run.sandbox.confine({
    command: [
      program,
      ...['-i', run.input, '-o', output, '-s', String(FACTOR), '-f', 'png'],
      ...['-m', models, '-n', model ?? USUAL_MODEL, '-g', String(run.gpu)],
    ],
    readable: [dirname(program), run.input],
    writable: [run.folder],
    tmp: null,
    mostFileBytes: MOST_FILE_BYTES,
    mostAddressBytes: null,
    gpus: true,
    environment: {},
  });
  const { code, lastLines } = await runSupervised(command, {
    input: '',
    priority: run.priority,
    onLine: () => false,
    onErrorLine: (line) => {
      const share = readShare(line);
      if (share !== undefined) run.onProgress(share);
      return share !== undefined;
    },
    silenceLimitMs: () => run.silenceLimitMs,
    wallLimitMs: WALL_LIMIT_MS,
    killGraceMs: KILL_GRACE_MS,
    mostMemoryBytes: 4_096 * MIB,
    mostProcesses: 16,
    folder: { path: run.folder, mostBytes: MOST_FILE_BYTES },
    signal: run.signal,
  });
  if (code !== 0) {
    const last = lastLines.at(-1) ?? '';
    throw new EngineError(
      'ENGINE_FAILED',
      `realesrgan-ncnn-vulkan ended with ${code}: ${last.slice(0, 200)}`,
    );
  }
  const taken = `${run.folder}.png`;
  await takeFrame(output, taken, MOST_FILE_BYTES).catch((cause: unknown) => {
    throw new EngineError('ENGINE_FAILED', 'realesrgan-ncnn-vulkan made no picture.', { cause });
  });
  return taken;
}

/** The share done, from a line such as "12.50%"; undefined for all others. */
export function readShare(line: string): number | undefined {
  const percent = /^\s*(\d{1,3}(?:[.,]\d+)?)%\s*$/.exec(line)?.[1];
  if (percent === undefined) return undefined;
  return Math.min(1, Number(percent.replace(',', '.')) / 100);
}
