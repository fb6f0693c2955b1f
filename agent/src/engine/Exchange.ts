import { mkdtempSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { takeFrame } from './blender/takeFrame.ts';
import { EngineError } from './EngineError.ts';
import type { UpscaleJob } from './UpscaleJob.ts';

/** The largest result that is taken over: four times the largest input, hardly compressed. */
const MOST_RESULT_BYTES = 64 * 1024 ** 2;

/** The one folder that an upscaling process shares with the agent: its input is put there, its result taken from there. */
export class Exchange {
  readonly folder: string;

  /** Makes it within a folder. */
  constructor(parent: string) {
    this.folder = mkdtempSync(join(parent, 'upscale-'));
  }

  /** Puts a job's input there; what it returns is the job as the process is to see it. */
  async put({ input, crop }: UpscaleJob): Promise<UpscaleJob> {
    await rm(this.output, { recursive: true, force: true });
    await rm(this.#input, { recursive: true, force: true });
    await copyFile(input, this.#input).catch((cause: unknown) => {
      throw new EngineError('INPUT_REFUSED', 'The input cannot be read.', { cause });
    });
    return { input: this.#input, output: this.output, crop };
  }

  /** Takes a finished result out of the process's reach. Throws EngineError OUTPUT_FAILED. */
  async take({ output }: Pick<UpscaleJob, 'output'>): Promise<void> {
    try {
      await takeFrame(this.output, output, MOST_RESULT_BYTES);
    } catch (cause) {
      throw new EngineError('OUTPUT_FAILED', 'The result could not be taken over.', { cause });
    }
  }

  /** Removes it with all that is left in it. */
  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true }).catch(() => undefined);
  }

  get #input(): string {
    return join(this.folder, 'input');
  }

  /** Where the process puts its result. */
  get output(): string {
    return join(this.folder, 'result.png');
  }
}
