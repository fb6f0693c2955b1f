import { availableParallelism } from 'node:os';
import type { PictureWork, WorkName } from './messages.ts';
import { PictureError } from './PictureError.ts';
import { PictureProcess, type PictureLimits } from './PictureProcess.ts';

const maxWaiting = 1_024;

/** Large enough for 50 megapixels and what is made of them, small enough to leave the machine to others. */
const defaultLimits: PictureLimits = { memoryMiB: 1_536, deadlineMs: 180_000 };

interface Waiting {
  start(process: PictureProcess): Promise<void>;
  reject(error: PictureError): void;
}

/** One or two picture processes and a bounded queue before them. */
export class PicturePool {
  readonly #idle: PictureProcess[];
  readonly #all: readonly PictureProcess[];
  readonly #waiting: Waiting[] = [];
  #stopped = false;

  constructor(limits: PictureLimits = defaultLimits, size = availableParallelism() > 2 ? 2 : 1) {
    this.#all = Array.from({ length: size }, () => new PictureProcess(limits));
    this.#idle = [...this.#all];
  }

  /** The ids of the processes that run now. */
  get pids(): number[] {
    return this.#all.flatMap(({ pid }) => pid ?? []);
  }

  /** Does one piece of work when its turn comes, once more if the process dies of it. Throws PictureError. */
  run<Name extends WorkName>(
    name: Name,
    input: PictureWork[Name]['input'],
  ): Promise<PictureWork[Name]['output']> {
    if (this.#stopped || this.#waiting.length >= maxWaiting)
      return Promise.reject(
        new PictureError('PICTURE_PROCESS_FAILED', 'No more work is taken at the moment.'),
      );
    return new Promise((resolve, reject) => {
      const start = (process: PictureProcess) =>
        process
          .run(name, input)
          .catch((error: PictureError) => {
            if (this.#stopped || error.code !== 'PICTURE_PROCESS_CRASHED') throw error;
            return process.run(name, input);
          })
          .then(resolve, reject);
      this.#waiting.push({ start, reject });
      this.#next();
    });
  }

  /** Ends the processes; work under way and waiting fails. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const stopped = new PictureError('PICTURE_PROCESS_FAILED', 'The picture processes were stopped.');
    for (const { reject } of this.#waiting.splice(0)) reject(stopped);
    await Promise.all(this.#all.map((process) => process.stop()));
  }

  #next(): void {
    const process = this.#waiting.length ? this.#idle.shift() : undefined;
    const work = process && this.#waiting.shift();
    if (!process || !work) return;
    void work.start(process).finally(() => {
      this.#idle.push(process);
      this.#next();
    });
  }
}
