import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isProgram } from '../../sandbox/findProgram.ts';
import type { Sandbox } from '../../sandbox/Sandbox.ts';
import type { UpscaleOptions } from '../createUpscaleEngine.ts';
import { benchmarkUpscale, upscaleWork } from '../benchmarkUpscale.ts';
import type {
  BenchmarkOptions,
  Engine,
  EngineProbe,
  EngineTask,
  Outcome,
  RunOptions,
  SlotShare,
} from '../Engine.ts';
import { EngineError } from '../EngineError.ts';
import { hungAfterMs } from '@pictor/schema/hung';
import { CPU } from '../Provider.ts';
import { stampOf } from '../stampOf.ts';
import { SupervisedProcess } from '../SupervisedProcess.ts';
import { FACTOR } from '../tiles.ts';
import { runNcnn, type Ncnn, type NcnnRun } from './runNcnn.ts';

/** How a slot upscales by the owner's own program. */
export interface NcnnOptions extends Pick<
  UpscaleOptions,
  'priority' | 'threads' | 'folder' | 'sandbox' | 'clock'
> {
  readonly slot: SlotShare;
  /** The owner's own program; null for none. Asked often. */
  readonly ncnn: () => Ncnn | null;
}

interface Tried {
  readonly mark: string;
  readonly probe: EngineProbe;
  /** When a failure is tried again. */
  readonly until: number;
}

const RETRY_MS = 3_600_000;
const IDLE_LIMIT_MS = 3 * 60_000;
/** A trial is small; tasks are watched by the one rule for all engines. */
const TRIAL_SILENCE_MS = 60_000;

/** Makes the engine that upscales by the owner's own realesrgan-ncnn-vulkan, where that makes what the platform's network does. */
export function createNcnnEngine(options: NcnnOptions): Engine {
  return new NcnnEngine(options);
}

class NcnnEngine implements Engine {
  readonly kind = 'UPSCALE';
  readonly #options: NcnnOptions;
  readonly #closed = new AbortController();
  #tried: Tried | undefined;
  #trying: Promise<EngineProbe> | undefined;
  #running: Promise<unknown> | undefined;
  /** Decodes, judges and cuts what the program has made. */
  #companion: SupervisedProcess | undefined;
  #confinedBy: Sandbox | undefined;
  #cancelIdle: (() => void) | undefined;

  constructor(options: NcnnOptions) {
    this.#options = options;
  }

  async probe(): Promise<EngineProbe> {
    let ncnn: Ncnn | null;
    try {
      ncnn = this.#options.ncnn();
    } catch (error) {
      return { available: false, reason: messageOf(error) };
    }
    if (!ncnn) return { available: false, reason: 'realesrgan-ncnn-vulkan is not set.', unasked: true };
    const mark = `${JSON.stringify(ncnn)} ${stampOf(ncnn.program)}`;
    const known = this.#tried;
    if (known?.mark === mark && this.#options.clock.elapsed() < known.until) return known.probe;
    this.#trying ??= this.#try(ncnn, mark).finally(() => (this.#trying = undefined));
    return this.#trying;
  }

  async run(task: EngineTask, options: RunOptions): Promise<Outcome> {
    if (this.#running) throw new EngineError('ENGINE_BUSY', 'The engine is at work on another task.');
    const ncnn = this.#options.ncnn();
    if (!ncnn) throw new EngineError('ENGINE_UNAVAILABLE', 'realesrgan-ncnn-vulkan is not set.');
    const running = this.#upscale(ncnn, task, options);
    this.#running = running.catch(() => undefined);
    try {
      return await running;
    } finally {
      this.#running = undefined;
      this.#rest();
    }
  }

  estimate({ upscale }: Pick<EngineTask, 'upscale'>): number {
    return upscaleWork(upscale);
  }

  async benchmark(options: BenchmarkOptions): Promise<number> {
    return benchmarkUpscale(this, 'GPU', options);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#running;
    await this.#trying?.catch(() => undefined);
    await this.#end();
  }

  async #upscale(
    ncnn: Ncnn,
    { input, folder, upscale }: EngineTask,
    { onProgress, signal }: RunOptions,
  ): Promise<Outcome> {
    if (upscale?.factor !== FACTOR) {
      throw new EngineError('TASK_UNSUPPORTED', `This agent cannot upscale ×${upscale?.factor}: update it.`);
    }
    const ending = AbortSignal.any([signal, this.#closed.signal]);
    const output = join(folder, 'result.png');
    const made = await this.#enlarge(ncnn, input, folder, {
      silenceLimitMs: Infinity,
      onProgress: (share) => onProgress({ done: Math.round(share * 1_000), total: 1_000 }),
      signal: ending,
    });
    const { width, height, keepTop, keepHeight } = upscale;
    const crop = { top: keepTop, height: keepHeight };
    const companion = await this.#company();
    const cancel = (): void => void companion.stop(cancelled());
    ending.addEventListener('abort', cancel, { once: true });
    try {
      if (ending.aborted) throw cancelled();
      await companion.cut({ input: made, output, crop, size: { width, height } });
    } finally {
      ending.removeEventListener('abort', cancel);
    }
    return { kind: 'FILE', path: output };
  }

  /** Runs the program in a folder of its own, in which it finds its input under a name that it knows. */
  async #enlarge(
    ncnn: Ncnn,
    input: string,
    folder: string,
    run: Pick<NcnnRun, 'silenceLimitMs' | 'onProgress' | 'signal'>,
  ): Promise<string> {
    const { slot, priority } = this.#options;
    const picture = join(folder, 'input.png');
    const out = join(folder, 'out');
    await copyFile(input, picture);
    await mkdir(out, { recursive: true, mode: 0o700 });
    const { sandbox } = await this.#options.sandbox();
    return runNcnn(ncnn, { ...run, input: picture, folder: out, gpu: slot.index, sandbox, priority });
  }

  async #try(ncnn: Ncnn, mark: string): Promise<EngineProbe> {
    const probe = await this.#judged(ncnn);
    const until = probe.available ? Infinity : this.#options.clock.elapsed() + RETRY_MS;
    this.#tried = { mark, probe, until };
    this.#rest();
    return probe;
  }

  /** Never throws. */
  async #judged(ncnn: Ncnn): Promise<EngineProbe> {
    const { threads, sandbox, folder: parent } = this.#options;
    if (!isProgram(ncnn.program)) return refused(ncnn, 'it is no program that can be run');
    let folder: string | undefined;
    try {
      folder = await mkdtemp(join(parent, 'ncnn-'));
      const test = join(folder, 'test.png');
      const companion = await this.#company();
      await companion.draw(test);
      const made = await this.#enlarge(ncnn, test, folder, {
        silenceLimitMs: TRIAL_SILENCE_MS,
        onProgress: () => undefined,
        signal: this.#closed.signal,
      });
      const { passes, sentence } = await companion.judge(made);
      if (!passes) return refused(ncnn, sentence);
      const { lack } = await sandbox();
      const remarks = lack === null ? [] : [lack];
      const name = 'realesrgan-ncnn-vulkan';
      const model = ncnn.model === null ? {} : { model: ncnn.model };
      return { available: true, name, version: null, device: 'GPU', threads, remarks, ...model };
    } catch (error) {
      return refused(ncnn, messageOf(error));
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  async #company(): Promise<SupervisedProcess> {
    this.#cancelIdle?.();
    const { priority, threads, folder } = this.#options;
    const { sandbox } = await this.#options.sandbox();
    if (this.#closed.signal.aborted) throw cancelled();
    // One that was started without the sandbox that works now is replaced.
    if (this.#companion?.alive && this.#confinedBy !== sandbox) await this.#end();
    if (!this.#companion?.alive) {
      this.#confinedBy = sandbox;
      const limits = { loadLimitMs: 120_000, silenceLimitMs: hungAfterMs(0), killGraceMs: 2_000 };
      const how = { provider: CPU, modelPath: null, sandbox };
      this.#companion = new SupervisedProcess({ priority, threads, folder, ...how, ...limits });
    }
    return this.#companion;
  }

  #rest(): void {
    this.#cancelIdle?.();
    if (this.#closed.signal.aborted || this.#running) return;
    this.#cancelIdle = this.#options.clock.after(IDLE_LIMIT_MS, () => void this.#end());
  }

  async #end(): Promise<void> {
    this.#cancelIdle?.();
    const companion = this.#companion;
    this.#companion = undefined;
    await companion?.stop(cancelled());
  }
}

function refused({ program }: Ncnn, why: string): EngineProbe {
  return { available: false, reason: `${program} is not used: ${why.replace(/\.$/, '')}.` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function cancelled(): EngineError {
  return new EngineError('CANCELLED', 'The task was cancelled.');
}
