import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { GpuMonitor } from '../metrics/createGpuMonitor.ts';
import type { HostSample } from '../metrics/createHostMonitor.ts';
import type { Gpu } from '../metrics/parseGpuRows.ts';
import type { Reading } from '../outbox/entries.ts';
import type { Outbox } from '../outbox/Outbox.ts';
import type { Execute } from '../platform/Operation.ts';
import { recordReadings } from '../platform/operations.ts';
import { OFFLINE, PlatformError, TIMEOUT } from '../platform/PlatformError.ts';

export interface ReadingsOptions {
  readonly gpuMonitor: GpuMonitor;
  readonly hostMonitor: () => HostSample;
  readonly outbox: Outbox;
  readonly execute: Execute;
  readonly clock: Clock;
  readonly log: Log;
  /** Time from one reading to the next, in milliseconds. */
  readonly intervalMs: number;
  /** Told with each reading which GPUs there are, and why they could not be read. */
  readonly onGpus: (gpus: readonly Gpu[], problem: string | null) => void;
}

/** A minute's worth; so many go to disk as one entry while the platform cannot be reached. */
const BATCH = 12;
/** How many are kept in memory where the disk takes none. */
const MOST_IN_MEMORY = 720;
/** How many stored batches are sent at once: well below the platform's 500 readings. */
const BATCHES_AT_ONCE = 30;
/** The platform takes none older than 14 days. */
const OLDEST_MS = 13 * 24 * 3_600_000;

/** Takes readings of the machine and sends them, those taken while the platform was away too. */
export class Readings {
  readonly #options: ReadingsOptions;
  #pending: Reading[] = [];
  #cancel: (() => void) | undefined;
  #stopped = false;
  #sending: Promise<void> | undefined;

  constructor(options: ReadingsOptions) {
    this.#options = options;
  }

  /** Takes readings from now on. */
  start(): void {
    void this.#take();
  }

  /** Sends what waits: after each reading, and when the connection is up again. */
  send(): Promise<void> {
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  /** Stops, and stores what was not sent. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await this.#sending;
    this.#store();
  }

  async #take(): Promise<void> {
    const { gpuMonitor, hostMonitor, clock, intervalMs } = this.#options;
    const due = clock.now() + intervalMs;
    const { gpus, problem } = await gpuMonitor();
    if (this.#stopped) return;
    this.#options.onGpus(
      gpus.map(({ gpu }) => gpu),
      problem,
    );
    this.#pending.push({
      at: new Date(clock.now()).toISOString(),
      gpus: gpus.map(({ gpu, sample }) => ({ index: gpu.index, uuid: gpu.uuid, ...sample })),
      host: hostMonitor(),
    });
    this.#cancel = clock.after(Math.max(0, due - clock.now()), () => void this.#take());
    await this.send();
    if (this.#pending.length >= BATCH) this.#store();
  }

  async #send(): Promise<void> {
    const live = this.#pending.slice(0, BATCH);
    if (live.length > 0 && !(await this.#record(live))) return;
    this.#pending.splice(0, live.length);
    const { outbox, clock } = this.#options;
    for (;;) {
      const batches = outbox.first('readings', BATCHES_AT_ONCE);
      if (batches.length === 0 || this.#stopped) return;
      const oldest = new Date(clock.now() - OLDEST_MS).toISOString();
      const readings = batches.flatMap(({ payload }) => payload).filter(({ at }) => at > oldest);
      if (readings.length > 0 && !(await this.#record(readings))) return;
      for (const { id } of batches) outbox.remove('readings', id);
    }
  }

  /** False when they should be sent again later; what is refused for good is left out. */
  async #record(readings: readonly Reading[]): Promise<boolean> {
    try {
      await this.#options.execute(recordReadings, {
        readings: readings.map(({ gpus, ...rest }) => ({ ...rest, gpus: [...gpus] })),
      });
      return true;
    } catch (error) {
      const code = error instanceof PlatformError ? error.code : 'UNKNOWN';
      if (code === OFFLINE || code === TIMEOUT) return false;
      this.#options.log.warn({ err: error, readings: readings.length }, 'readings were refused');
      return code === 'INVALID_INPUT';
    }
  }

  #store(): void {
    const [first] = this.#pending;
    if (!first) return;
    try {
      this.#options.outbox.add('readings', first.at, this.#pending);
      this.#pending = [];
    } catch (error) {
      if (this.#pending.length >= MOST_IN_MEMORY) this.#pending = this.#pending.filter((_, i) => i % 2 === 0);
      this.#options.log.warn({ err: error }, 'readings could not be stored');
    }
  }
}
