import { basename, join } from 'node:path';
import { hungAfterMs } from '@pictor/schema/hung';
import type { Clock } from '../clock.ts';
import type { Sandbox } from '../sandbox/Sandbox.ts';
import { benchmarkUpscale, upscaleWork } from './benchmarkUpscale.ts';
import type {
  BenchmarkOptions,
  Engine,
  EngineProbe,
  EngineProgress,
  EngineTask,
  Outcome,
  RunOptions,
} from './Engine.ts';
import { EngineError } from './EngineError.ts';
import type { FoundProviders } from './findProviders.ts';
import { FailedWays, isLast, type Way } from './FailedWays.ts';
import { MODEL_NAME } from './model.ts';
import { providerTitles } from './Provider.ts';
import type { SandboxOfPictures } from './sandboxOfPictures.ts';
import { SupervisedProcess, type ProcessOptions } from './SupervisedProcess.ts';
import { FACTOR } from './tiles.ts';
import type { UpscaleJob, UpscaleResult } from './UpscaleJob.ts';

/** What to upscale by, the best first. */
export interface Wanted extends FoundProviders, Pick<ProcessOptions, 'modelPath'> {
  /** Changes when a file behind it does. */
  readonly stamp: number;
}

/** How a slot upscales. */
export interface UpscaleOptions extends Pick<ProcessOptions, 'priority' | 'threads' | 'folder'> {
  /** The ways to compute that are worth trying now, and the owner's own network; asked often. */
  readonly wanted: () => Wanted;
  readonly sandbox: () => Promise<SandboxOfPictures>;
  readonly clock: Clock;
}

/** One way to upscale that was seen to work. */
interface Choice extends Way {
  readonly sandbox: Sandbox;
  readonly probe: EngineProbe & { available: true };
  /** When better ways that failed are tried again; Infinity when none did. */
  readonly until: number;
}

/** A tile takes 0.3 s on two cores; the slowest machine is not a hundred times slower. */
const SLOWEST_TILE_MS = 30_000;
const KILL_GRACE_MS = 2_000;
/** Starting takes seconds; drivers that load their kernels for the first time, half a minute. */
const LOAD_LIMIT_MS = 120_000;
/** A process without work gives its memory back after this. */
const IDLE_LIMIT_MS = 3 * 60_000;

/**
 * Makes the engine that upscales by ONNX Runtime, on the slot's GPU where that computes what the processor does, else on the
 * processor; in a process of its own that is started when need be, kept warm for a while and replaced when it was cancelled,
 * hung or crashed.
 */
export function createUpscaleEngine(options: UpscaleOptions): Engine {
  return new UpscaleEngine(options);
}

class UpscaleEngine implements Engine {
  readonly kind = 'UPSCALE';
  readonly #options: UpscaleOptions;
  readonly #failed: FailedWays;
  /** What the owner wanted when the choice was made. */
  #mark = '';
  #choice: Choice | undefined;
  #choosing: Promise<Choice> | undefined;
  #process: SupervisedProcess | undefined;
  #busy = false;
  /** Whether its process computes: then nothing is tried in its place. */
  #atWork = false;
  #closed = false;
  #cancelIdle: (() => void) | undefined;

  constructor(options: UpscaleOptions) {
    this.#options = options;
    this.#failed = new FailedWays(options.clock);
  }

  async probe(): Promise<EngineProbe> {
    try {
      return (await this.#chosen()).probe;
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
    return upscaleWork(upscale);
  }

  async benchmark(options: BenchmarkOptions): Promise<number> {
    const probe = await this.probe();
    if (!probe.available) throw new EngineError('ENGINE_UNAVAILABLE', probe.reason);
    return benchmarkUpscale(this, probe.device, options);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  async #upscale(job: UpscaleJob, { onProgress, onPreview, signal }: RunOptions): Promise<UpscaleResult> {
    if (this.#busy) throw new EngineError('ENGINE_BUSY', 'The engine is at work on another task.');
    if (signal.aborted) throw cancelled();
    this.#busy = true;
    this.#cancelIdle?.();
    let process: SupervisedProcess | undefined;
    const told = (progress: EngineProgress, preview: Buffer | null): void => {
      onProgress(progress);
      if (preview) onPreview?.(preview);
    };
    const cancel = (): void => void (process ?? this.#process)?.stop(cancelled());
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const choice = await this.#chosen();
      if (signal.aborted) throw cancelled();
      process = this.#warm(choice);
      this.#atWork = true;
      return await process.run(job, told).catch((error: unknown) => {
        this.#blame(choice, error);
        throw error;
      });
    } finally {
      signal.removeEventListener('abort', cancel);
      this.#busy = false;
      this.#atWork = false;
      this.#rest();
    }
  }

  /**
   * The best way to upscale here: the one known, unless the owner wants others, a sandbox was found or better ways may be
   * tried again.
   */
  async #chosen(): Promise<Choice> {
    const { sandbox } = await this.#options.sandbox();
    const mark = JSON.stringify(this.#options.wanted());
    const known = this.#choice;
    const isSame = known?.sandbox === sandbox && mark === this.#mark;
    const isGood = known && isSame && this.#options.clock.elapsed() < known.until;
    if (known && (isGood || this.#atWork)) return known;
    if (mark !== this.#mark) this.#failed.clear();
    this.#mark = mark;
    this.#choosing ??= this.#choose().finally(() => (this.#choosing = undefined));
    return this.#choosing;
  }

  async #choose(): Promise<Choice> {
    this.#choice = undefined;
    const { sandbox, lack } = await this.#options.sandbox();
    const { providers, remarks: missing, modelPath } = this.#options.wanted();
    const remarks = [...missing, ...(lack === null ? [] : [lack])];
    const ways = (modelPath === null ? [null] : [modelPath, null]).flatMap((path) =>
      providers.map((provider): Way => ({ provider, modelPath: path })),
    );
    for (const way of ways) {
      const whyNot = this.#failed.whyNot(way) ?? (await this.#try(way, sandbox));
      if (whyNot === undefined) {
        const choice = { ...way, sandbox, probe: await this.#described(way, remarks) };
        this.#choice = { ...choice, until: this.#failed.until() };
        this.#rest();
        return this.#choice;
      }
      remarks.push(whyNot);
    }
    throw new EngineError('ENGINE_UNAVAILABLE', remarks.at(-1) ?? 'There is no way to upscale here.');
  }

  /** Whether a way to upscale works; why not, in a sentence, where it does not. */
  async #try(way: Way, sandbox: Sandbox): Promise<string | undefined> {
    await this.#end();
    if (this.#closed) throw cancelled();
    this.#process = this.#start({ ...way, sandbox });
    try {
      await this.#process.ready;
      return undefined;
    } catch (error) {
      if (this.#closed) throw error;
      const why = error instanceof Error ? error.message : String(error);
      // Without the last way nothing is left: that one is tried whenever somebody asks.
      if (!isLast(way)) this.#failed.add(way, why);
      return why;
    }
  }

  async #described({ provider, modelPath }: Way, remarks: readonly string[]): Promise<Choice['probe']> {
    const { name } = (await this.#process?.ready) ?? { name: '' };
    const { threads } = this.#options;
    const model = modelPath === null ? MODEL_NAME : basename(modelPath);
    const common = { available: true, version: null, threads, remarks, model } as const;
    if (provider.name === 'cpu') return { ...common, name, device: 'CPU' };
    return { ...common, name: `${name} (${providerTitles[provider.name]})`, device: 'GPU' };
  }

  /** A way to compute that failed in the middle of a task is not used again for a while, where there is another. */
  #blame(way: Way, error: unknown): void {
    if (isLast(way) || !(error instanceof EngineError) || BLAMELESS.has(error.code)) return;
    this.#failed.add(way, `${providerTitles[way.provider.name]} is not used for an hour: ${error.message}`);
    this.#choice = undefined;
  }

  #warm(choice: Choice): SupervisedProcess {
    if (!this.#process?.alive) this.#process = this.#start(choice);
    return this.#process;
  }

  #start({ provider, modelPath, sandbox }: Way & Pick<Choice, 'sandbox'>): SupervisedProcess {
    const { priority, threads, folder } = this.#options;
    return new SupervisedProcess({
      ...{ priority, threads, folder, provider, modelPath, sandbox },
      loadLimitMs: LOAD_LIMIT_MS,
      silenceLimitMs: hungAfterMs(SLOWEST_TILE_MS),
      killGraceMs: KILL_GRACE_MS,
    });
  }

  async #end(): Promise<void> {
    this.#cancelIdle?.();
    const process = this.#process;
    this.#process = undefined;
    await process?.stop(cancelled());
  }

  #rest(): void {
    this.#cancelIdle?.();
    if (this.#busy || this.#closed) return;
    this.#cancelIdle = this.#options.clock.after(IDLE_LIMIT_MS, () => void this.#end());
  }
}

/** Failures that say nothing against the way of computing. */
const BLAMELESS = new Set(['CANCELLED', 'INPUT_REFUSED', 'OUTPUT_FAILED', 'DISK_FULL', 'ENGINE_BUSY']);

function cancelled(): EngineError {
  return new EngineError('CANCELLED', 'The task was cancelled.');
}
