import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
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
import { benchmarkBlender } from './benchmarkBlender.ts';
import type { BlenderInstallation } from './BlenderInstallation.ts';
import { deviceOf } from './deviceOf.ts';
import { orDiskFull } from './failureOf.ts';
import { renderFrames, type RenderLimits } from './renderFrames.ts';

/** What Blender may take of the machine. */
export interface BlenderOptions {
  /** The machine's Blender, which all slots share. */
  readonly installation: Pick<BlenderInstallation, 'look' | 'doubt'>;
  readonly slot: SlotShare;
  readonly limits: RenderLimits;
}

/** Makes the engine that renders scenes by Blender, in a sandbox, all frames of a task by one process. */
export function createBlenderEngine(options: BlenderOptions): Engine {
  return new BlenderEngine(options);
}

class BlenderEngine implements Engine {
  readonly kind = 'RENDER';
  readonly #options: BlenderOptions;
  readonly #closed = new AbortController();
  #running: Promise<unknown> | undefined;

  constructor(options: BlenderOptions) {
    this.#options = options;
  }

  async probe(): Promise<EngineProbe> {
    const state = await this.#options.installation.look();
    if (!state.usable) return { available: false, reason: state.reason };
    const { version, gpus } = state.blender;
    const { threads } = this.#options.limits;
    return { available: true, name: `Blender ${version}`, version, device: gpus ? 'GPU' : 'CPU', threads };
  }

  async run(task: EngineTask, options: RunOptions): Promise<Outcome> {
    if (this.#running) throw new EngineError('ENGINE_BUSY', 'The engine is at work on another task.');
    const running = this.#render(task, options);
    this.#running = running.catch(() => undefined);
    try {
      await running;
      return { kind: 'FRAMES' };
    } catch (error) {
      throw await orDiskFull(error, task.folder);
    } finally {
      this.#running = undefined;
    }
  }

  estimate({ render }: Pick<EngineTask, 'render'>): number {
    return render ? (render.frames.length * render.width * render.height * render.samples) / 1e6 : 0;
  }

  async benchmark(options: BenchmarkOptions): Promise<number> {
    const state = await this.#options.installation.look();
    if (!state.usable) throw new EngineError('ENGINE_UNAVAILABLE', state.reason);
    const signal = AbortSignal.any([options.signal, this.#closed.signal]);
    return benchmarkBlender(this, state.blender, this.#options.limits, { ...options, signal });
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#running;
  }

  async #render(task: EngineTask, options: RunOptions): Promise<void> {
    const state = await this.#options.installation.look();
    if (!state.usable) throw new EngineError('ENGINE_UNAVAILABLE', state.reason);
    if (!task.render) throw new EngineError('TASK_UNSUPPORTED', 'The task does not say what to render.');
    const { blender } = state;
    const folders = {
      out: join(task.folder, 'out'),
      tmp: join(task.folder, 'tmp'),
      taken: join(task.folder, 'taken'),
    };
    for (const folder of Object.values(folders)) await mkdir(folder, { mode: 0o700 });
    const signal = AbortSignal.any([options.signal, this.#closed.signal]);
    const { slot, limits, installation } = this.#options;
    const device = deviceOf(slot, blender.gpus);
    const frames = { scene: task.input, work: task.render, folders, device };
    await renderFrames(blender, frames, limits, { ...options, signal }).catch((error: unknown) => {
      if (error instanceof EngineError && error.code === 'ENGINE_UNAVAILABLE') installation.doubt();
      throw error;
    });
  }
}
