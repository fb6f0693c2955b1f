import type { Log } from '../log.ts';
import { describeHost } from '../metrics/createHostMonitor.ts';
import type { Gpu } from '../metrics/GpuReading.ts';
import type { Execute } from '../platform/Operation.ts';
import { reportHardware } from '../platform/operations.ts';
import { VERSION } from '../version.ts';

export interface IntroductionOptions {
  readonly execute: Execute;
  readonly isOnline: () => boolean;
  readonly log: Log;
  /** Told which GPUs the platform knows of now; before that no task can be had for them. */
  readonly onIntroduced: (gpus: readonly Gpu[]) => void;
}

/** Says what hardware there is, once a connection and whenever it changes. */
export class Introduction {
  readonly #options: IntroductionOptions;
  /** The GPUs that the platform was told of over this connection. */
  #told: string | undefined;

  constructor(options: IntroductionOptions) {
    this.#options = options;
  }

  /** Begins anew: the connection has ended. */
  forget(): void {
    this.#told = undefined;
  }

  /** Tells the GPUs there are, unless they are not known yet or told already. Never rejects. */
  async make(known: readonly Gpu[] | undefined): Promise<void> {
    const { execute, isOnline, log, onIntroduced } = this.#options;
    if (!isOnline() || !known) return;
    const gpus = known.map((gpu) => ({ ...gpu }));
    const shown = JSON.stringify(gpus);
    if (shown === this.#told) return;
    this.#told = shown;
    try {
      await execute(reportHardware, { input: { gpus, ...describeHost(), agentVersion: VERSION } });
      onIntroduced(gpus);
    } catch (error) {
      this.#told = undefined;
      if (isOnline()) log.warn({ err: error }, 'the hardware could not be reported');
    }
  }
}
