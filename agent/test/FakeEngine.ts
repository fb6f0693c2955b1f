import { writeFile } from 'node:fs/promises';
import type { Engine, EngineProbe, RunOptions, UpscaleJob, UpscaleResult } from '../src/engine/Engine.ts';
import { EngineError } from '../src/engine/EngineError.ts';

/** An engine that does each task when the test says so. */
export class FakeEngine implements Engine {
  /** The task that is under way. */
  current:
    | { job: UpscaleJob; progress: (share: number) => void; finish: () => void; fail: (e: Error) => void }
    | undefined;
  /** Does tasks at once. */
  automatic = true;
  size: UpscaleResult = { width: 128, height: 80 };
  probed: EngineProbe = { available: true, name: 'fake', device: 'CPU', threads: 1 };
  runs = 0;
  closed = false;

  async probe(): Promise<EngineProbe> {
    return this.probed;
  }

  async run(job: UpscaleJob, { onProgress, signal }: RunOptions): Promise<UpscaleResult> {
    this.runs++;
    if (!this.automatic) {
      await new Promise<void>((resolve, reject) => {
        const progress = (share: number) => onProgress({ done: share * 100, total: 100 });
        this.current = { job, progress, finish: resolve, fail: reject };
        signal.addEventListener('abort', () =>
          reject(new EngineError('CANCELLED', 'The task was cancelled.')),
        );
      }).finally(() => (this.current = undefined));
    }
    await writeFile(job.output, `result of run ${this.runs}`);
    return this.size;
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
