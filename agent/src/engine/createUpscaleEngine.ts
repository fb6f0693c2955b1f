import { join } from 'node:path';
import { benchmarkUpscale } from './benchmarkUpscale.ts';
import { hungAfterMs } from './hungAfterMs.ts';
import type { BenchmarkOptions, Engine, EngineProbe, EngineTask, Outcome, RunOptions } from './Engine.ts';
import { EngineError } from './EngineError.ts';
import { MODEL_NAME } from './model.ts';
import { SupervisedProcess, type ProcessOptions } from './SupervisedProcess.ts';
import { FACTOR } from './tiles.ts';
import type { UpscaleJob, UpscaleResult } from './UpscaleJob.ts';

/** A tile takes 0.3 s on two cores; the slowest machine is not a hundred times slower. */
const SLOWEST_TILE_MS = 30_000;
const KILL_GRACE_MS = 2_000;

/**
 * Makes the engine that upscales on the CPU, in a process of its own that is started at the first use, kept warm between
 * tasks and replaced when it was cancelled, hung or crashed.
 */
export function createUpscaleEngine(options: Pick<ProcessOptions, 'priority' | 'threads'>): Engine {
  return new UpscaleEngine({
    ...options,
    silenceLimitMs: hungAfterMs(SLOWEST_TILE_MS),
    killGraceMs: KILL_GRACE_MS,
  });
}

class UpscaleEngine implements Engine {
  readonly kind = 'UPSCALE';
  readonly #options: ProcessOptions;
  #process: SupervisedProcess | undefined;
  #busy = false;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  async probe(): Promise<EngineProbe> {
    try {
      const { name, threads } = await this.#warm().ready;
      return { available: true, name, version: null, device: 'CPU', threads, model: MODEL_NAME };
    } catch (error) {
      return { available: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async run({ input, folder, upscale }: EngineTask, options: RunOptions): Promise<Outcome> {
    if (upscale?.factor !== FACTOR) {
      throw new EngineError('TASK_UNSUPPORTED', `This agent cannot upscale ×${upscale?.factor}: update it.`);
    }
    const path = join(folder, 'result.png');
    const crop = { top: upscale.keepTop, height: upscale.keepHeight };
    const { width } = await this.#upscale({ input, output: path, crop }, options);
    if (width !== upscale.width * FACTOR) {
      throw new EngineError(
        'INPUT_REFUSED',
        `The input is ${width / FACTOR} pixels wide, not ${upscale.width}.`,
      );
    }
    return { kind: 'FILE', path };
  }

  estimate({ upscale }: Pick<EngineTask, 'upscale'>): number {
    return upscale ? (upscale.width * upscale.keepHeight * FACTOR ** 2) / 1e6 : 0;
  }

  async benchmark(options: BenchmarkOptions): Promise<number> {
    const probe = await this.probe();
    if (!probe.available) throw new EngineError('ENGINE_UNAVAILABLE', probe.reason);
    return benchmarkUpscale(this, probe.device, options);
  }

  async close(): Promise<void> {
    await this.#process?.stop(cancelled());
    this.#process = undefined;
  }

  async #upscale(job: UpscaleJob, { onProgress, signal }: RunOptions): Promise<UpscaleResult> {
    if (this.#busy) throw new EngineError('ENGINE_BUSY', 'The engine is at work on another task.');
    if (signal.aborted) throw cancelled();
    const process = this.#warm();
    const cancel = (): void => void process.stop(cancelled());
    this.#busy = true;
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await process.run(job, onProgress);
    } finally {
      signal.removeEventListener('abort', cancel);
      this.#busy = false;
    }
  }

  #warm(): SupervisedProcess {
    if (!this.#process?.alive) this.#process = new SupervisedProcess(this.#options);
    return this.#process;
  }
}

function cancelled(): EngineError {
  return new EngineError('CANCELLED', 'The task was cancelled.');
}
