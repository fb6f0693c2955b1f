import type { Log } from '../log.ts';
import { describeHost } from '../metrics/createHostMonitor.ts';
import type { Gpu } from '../metrics/GpuReading.ts';
import type { Execute } from '../platform/Operation.ts';
import { reportHardware } from '../platform/operations.ts';
import { VERSION } from '../version.ts';

/** A GPU, and whether tasks may run on it. */
export type KnownGpu = Gpu & { readonly takesTasks: boolean };

export interface IntroductionOptions {
  readonly execute: Execute;
  readonly isOnline: () => boolean;
  readonly log: Log;
  /** Told which GPUs the platform knows of now; before that no task can be had for them. */
  readonly onIntroduced: (gpus: readonly KnownGpu[]) => void;
}

/** Says what hardware there is, once a connection and whenever it changes. */
export class Introduction {
  readonly #options: IntroductionOptions;
  #known: readonly KnownGpu[] = [];
  /** What the platform was told over this connection. */
  #told: string | undefined;
  #connection = 0;
  #telling = false;

  constructor(options: IntroductionOptions) {
    this.#options = options;
  }

  /** Begins anew: the connection has ended. */
  forget(): void {
    this.#told = undefined;
    this.#connection++;
  }

  /** Tells the GPUs there are, unless they are not known yet or told already. Never rejects. */
  async make(known: readonly KnownGpu[] | undefined): Promise<void> {
    if (!known) return;
    this.#known = known;
    // One after the other: of two at once the older may arrive last.
    if (this.#telling) return;
    this.#telling = true;
    try {
      while (await this.#tell()) continue;
    } finally {
      this.#telling = false;
    }
  }

  /** Whether something was told: what has changed meanwhile is still to be. */
  async #tell(): Promise<boolean> {
    const { execute, isOnline, log, onIntroduced } = this.#options;
    const gpus = this.#known.map((gpu) => ({ ...gpu }));
    const shown = JSON.stringify(gpus);
    if (!isOnline() || shown === this.#told) return false;
    const connection = this.#connection;
    try {
      await execute(reportHardware, { input: { gpus, ...describeHost(), agentVersion: VERSION } });
    } catch (error) {
      if (isOnline()) log.warn({ err: error }, 'the hardware could not be reported');
      return false;
    }
    if (connection === this.#connection) this.#told = shown;
    onIntroduced(gpus);
    return true;
  }
}
