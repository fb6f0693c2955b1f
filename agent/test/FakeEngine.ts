import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  BenchmarkOptions,
  Engine,
  EngineProbe,
  EngineTask,
  Outcome,
  RunOptions,
} from '../src/engine/Engine.ts';
import { EngineError } from '../src/engine/EngineError.ts';
import type { JobKind } from '../src/generated/graphql.ts';

interface Current {
  readonly task: EngineTask;
  progress(share: number): void;
  /** Shows what there is so far. */
  show(jpeg: Buffer): void;
  /** Makes a frame and hands it over. */
  make(frame: number): Promise<void>;
  finish(): void;
  fail(error: Error): void;
}

/** An engine that does each task when the test says so. */
export class FakeEngine implements Engine {
  readonly kind: JobKind;
  /** The task that is under way. */
  current: Current | undefined;
  /** Does tasks at once. */
  automatic = true;
  probed: EngineProbe = { available: true, name: 'fake', version: null, device: 'CPU', threads: 1 };
  runs = 0;
  /** Every frame that was made, in its order. */
  readonly frames: number[] = [];
  closed = false;
  /** What it measures, and how often it did. */
  speed = 1;
  benchmarks = 0;
  /** What it does while it measures. */
  benchmarking: ((signal: AbortSignal) => Promise<void>) | undefined;

  constructor(kind: JobKind = 'UPSCALE') {
    this.kind = kind;
  }

  async probe(): Promise<EngineProbe> {
    return this.probed;
  }

  async run(task: EngineTask, { onProgress, onFrame, onPreview, signal }: RunOptions): Promise<Outcome> {
    if (signal.aborted) throw new EngineError('CANCELLED', 'The task was cancelled.');
    this.runs++;
    const make = async (frame: number): Promise<void> => {
      const content = `frame ${frame}`;
      const path = join(task.folder, `made-${frame}.png`);
      await writeFile(path, content);
      this.frames.push(frame);
      const sha256 = createHash('sha256').update(content).digest('hex');
      await onFrame({ frame, path, sizeBytes: content.length, sha256 });
    };
    if (!this.automatic) {
      await new Promise<void>((resolve, reject) => {
        const progress = (share: number) => onProgress({ done: share * 100, total: 100 });
        const show = (jpeg: Buffer) => onPreview?.(jpeg);
        this.current = { task, progress, show, make, finish: resolve, fail: reject };
        signal.addEventListener('abort', () =>
          reject(new EngineError('CANCELLED', 'The task was cancelled.')),
        );
      }).finally(() => (this.current = undefined));
    }
    if (this.kind === 'RENDER') {
      if (this.automatic) for (const frame of task.render?.frames ?? []) await make(frame);
      return { kind: 'FRAMES' };
    }
    const path = join(task.folder, 'result.png');
    await writeFile(path, `result of run ${this.runs}`);
    return { kind: 'FILE', path };
  }

  estimate(): number {
    return 1;
  }

  async benchmark({ folder, signal }: BenchmarkOptions): Promise<number> {
    this.benchmarks++;
    await this.benchmarking?.(signal);
    await writeFile(join(folder, 'left behind'), '');
    return this.speed;
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
