import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { HostMonitor } from '../metrics/createHostMonitor.ts';
import type { Gpu, GpuMonitor } from '../metrics/GpuReading.ts';
import type { Reading } from '../outbox/entries.ts';
import type { KeptReadings } from '../outbox/KeptReadings.ts';
import type { Execute } from '../platform/Operation.ts';
import { Backlog } from './Backlog.ts';
import { ReadingsTeller } from './ReadingsTeller.ts';

export interface ReadingsOptions {
  readonly gpuMonitor: GpuMonitor;
  readonly hostMonitor: HostMonitor;
  readonly kept: KeptReadings;
  readonly execute: Execute;
  readonly clock: Clock;
  readonly log: Log;
  /** Time from one reading to the next while nobody watches, in milliseconds. */
  readonly intervalMs: number;
  /** Told with each reading which GPUs there are, and why they could not be read. */
  readonly onGpus: (gpus: readonly Gpu[], problem: string | null) => void;
}

const WATCHED_INTERVAL_MS = 1_000;
/** How many are told together, when the platform is slower than the readings come. */
const MOST_AT_ONCE = 60;

/** Takes readings of the machine and tells them: at once, or when the platform is back. */
export class Readings {
  readonly #options: ReadingsOptions;
  readonly #teller: ReadingsTeller;
  readonly #backlog: Backlog;
  #live: Reading[] = [];
  #watchedAt = -Infinity;
  #watchedUntil = -Infinity;
  /** When the latest reading was begun. */
  #began = -Infinity;
  #taking = false;
  #cancel: (() => void) | undefined;
  #stopped = false;
  #telling: Promise<void> | undefined;

  constructor(options: ReadingsOptions) {
    this.#options = options;
    this.#teller = new ReadingsTeller(options.execute, options.log);
    this.#backlog = new Backlog({ ...options, teller: this.#teller });
  }

  /** Takes readings from now on. */
  start(): void {
    void this.#take();
  }

  /** Takes a reading every second for so long, because someone looks at them. */
  watch(seconds: number): void {
    const { clock } = this.#options;
    const now = clock.elapsed();
    const wasWatched = this.#isWatched();
    this.#watchedAt = now;
    this.#watchedUntil = now + seconds * 1_000;
    if (wasWatched || this.#taking || this.#stopped) return;
    this.#cancel?.();
    const waitMs = Math.max(0, this.#began + WATCHED_INTERVAL_MS - now);
    this.#cancel = clock.after(waitMs, () => void this.#take());
  }

  /** Takes them at the usual pace again, because nobody looked at this moment, nor has anyone since. */
  rest(at: number): void {
    if (at > this.#watchedAt) this.#watchedUntil = -Infinity;
  }

  /** Tells those that were kept, when the connection is up again. */
  send(): void {
    this.#backlog.tell();
  }

  /** Stops, and keeps what was not told. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await Promise.all([this.#telling, this.#backlog.stop()]);
    this.#backlog.keep(this.#live);
  }

  #isWatched(): boolean {
    return this.#options.clock.elapsed() < this.#watchedUntil;
  }

  async #take(): Promise<void> {
    const { clock, log } = this.#options;
    this.#taking = true;
    const began = clock.elapsed();
    this.#began = began;
    try {
      await this.#read();
    } catch (error) {
      log.warn({ err: error }, 'a reading could not be taken');
    }
    this.#taking = false;
    if (this.#stopped) return;
    this.#cancel = clock.after(this.#wait(clock.elapsed() - began), () => void this.#take());
    this.#telling ??= this.#tell().finally(() => (this.#telling = undefined));
  }

  async #read(): Promise<void> {
    const { gpuMonitor, hostMonitor, clock, onGpus } = this.#options;
    const [{ gpus, problem }, host] = await Promise.all([gpuMonitor(), hostMonitor()]);
    if (this.#stopped) return;
    const samples = gpus.map(({ gpu, sample }) => ({ index: gpu.index, uuid: gpu.uuid, ...sample }));
    this.#live.push({ at: new Date(clock.now()).toISOString(), gpus: samples, host });
    onGpus(
      gpus.map(({ gpu }) => gpu),
      problem,
    );
  }

  /** A driver that is slow to answer is left alone for as long as it took. */
  #wait(tookMs: number): number {
    const { intervalMs } = this.#options;
    const everyMs = this.#isWatched() ? Math.min(WATCHED_INTERVAL_MS, intervalMs) : intervalMs;
    return Math.max(everyMs - tookMs, Math.min(tookMs, intervalMs));
  }

  async #tell(): Promise<void> {
    while (this.#live.length > 0) {
      const some = this.#live.slice(0, MOST_AT_ONCE);
      const outcome = await this.#teller.tell(some);
      this.#live.splice(0, some.length);
      // Of many that are refused one may be the reason: the backlog tries fewer.
      const isSettled = outcome === 'TAKEN' || (outcome === 'REFUSED' && some.length === 1);
      if (!isSettled) this.#backlog.keep(some);
      if (outcome !== 'LATER') this.#backlog.tell();
      if (this.#stopped) return;
    }
  }
}
