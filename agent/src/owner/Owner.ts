import type { Clock } from '../clock.ts';
import type { Intent, JobKind } from '../generated/graphql.ts';
import type { Look } from '../limits/Use.ts';
import type { Gpu, GpuReport } from '../metrics/GpuReading.ts';
import type { MiningChange } from '../mining/miningSettings.ts';
import { decideIntent, isOver, type Decision } from './decideIntent.ts';
import { isTooHot } from './isTooHot.ts';
import type { Settings, SettingsChange } from './settings.ts';
import type { SettingsFile } from './SettingsFile.ts';

/** Often enough for a pause or a schedule that ends, also where the clock was set or the machine slept. */
const TICK_MS = 2_000;

/** What the owner of this machine wants of its agent, now: their settings, their pause, their schedule and limits. */
export class Owner {
  readonly #file: SettingsFile;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #gpus: readonly Gpu[] = [];
  /** GPUs that have vanished: what a slot of theirs took would fail. */
  #lost: ReadonlySet<string> = new Set();
  #hot = false;
  #use: Look | null = null;
  #shown = '';
  #cancel: (() => void) | undefined;

  constructor(file: SettingsFile, clock: Clock) {
    this.#file = file;
    this.#clock = clock;
  }

  /** What is set now; a pause that is over is none, and needs no write for that. */
  get settings(): Settings {
    const { current } = this.#file;
    const isPast = current.pause !== null && isOver(current.pause, this.#clock.now());
    return isPast ? { ...current, pause: null } : current;
  }

  /** Sees to it that what ends by itself does. */
  start(): void {
    this.#cancel = this.#clock.after(TICK_MS, () => {
      this.start();
      this.#look();
    });
    this.#shown = this.#show();
  }

  stop(): void {
    this.#cancel?.();
  }

  /** Calls `run` whenever something else may be wanted; what it returns ends that. */
  listen(run: () => void): () => void {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  }

  /** What the agent is to do, given what the portal wants. */
  decide(portal: Intent): Decision {
    const inUse = this.#inUse();
    return decideIntent({ portal, settings: this.settings, hot: this.#hot, inUse, now: this.#clock.now() });
  }

  /** Whether a slot may take tasks of a kind: not on a GPU that is off or gone; without a GPU the one slot is always on. */
  allows(slot: number, kind: JobKind): boolean {
    const gpu = this.#gpus[slot];
    return !this.settings.enginesOff.includes(kind) && (!gpu || this.takesTasks(gpu.uuid));
  }

  /** Whether tasks may run on a GPU, by its unique id: it is neither off nor gone. */
  takesTasks(uuid: string): boolean {
    return !this.settings.gpusOff.includes(uuid) && !this.#lost.has(uuid);
  }

  /** Whether a GPU, by its unique id, has vanished. */
  isLost(uuid: string): boolean {
    return this.#lost.has(uuid);
  }

  /** Takes note of what was read of the GPUs. */
  sawGpus({ gpus }: GpuReport): void {
    const { maximumTemperature } = this.settings;
    this.#gpus = gpus.map(({ gpu }) => gpu);
    this.#lost = new Set(gpus.filter(({ sample }) => sample.state === 'LOST').map(({ gpu }) => gpu.uuid));
    // A GPU that is gone is not hot for ever.
    const used = gpus.filter(({ gpu }) => this.takesTasks(gpu.uuid));
    const temperatures = used.map(({ sample }) => sample.temperatureCelsius);
    this.#hot = isTooHot(this.#hot, maximumTemperature, temperatures);
    this.#look();
  }

  /** Takes note of whether somebody uses this machine; null when nobody looks any more. */
  sawUse(use: Look | null): void {
    this.#use = use;
    this.#look();
  }

  /** Changes settings; they are on disk when this resolves. */
  async change(change: SettingsChange): Promise<void> {
    await this.#change(change);
  }

  /** Stops taking tasks, until told otherwise or until a moment, in milliseconds since 1970. */
  async pause(kind: 'PAUSE' | 'DRAIN', until: number | null): Promise<void> {
    const since = new Date(this.#clock.now()).toISOString();
    await this.#change({
      pause: { kind, since, until: until === null ? null : new Date(until).toISOString() },
    });
  }

  /** Takes tasks again, as far as the owner is concerned. */
  async resume(): Promise<void> {
    await this.#change({ pause: null });
  }

  /** Changes how it mines; on disk when this resolves. What is said of its earning is kept with the moment. */
  async changeMining({ earningMicroUsdPerDay: micros, ...change }: MiningChange): Promise<void> {
    const at = new Date(this.#clock.now()).toISOString();
    const earning = micros === undefined || micros === null ? null : { microUsdPerDay: micros, at };
    const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const mining = { ...this.settings.mining, ...named, ...(micros !== undefined && { earning }) };
    await this.#change({ mining });
  }

  async #change(change: Parameters<SettingsFile['change']>[0]): Promise<void> {
    await this.#file.change(change);
    if (this.settings.maximumTemperature === null) this.#hot = false;
    this.#look();
  }

  /** Why tasks are kept away for whoever uses the machine; undefined while they are not. */
  #inUse(): string | undefined {
    if (!this.settings.idleOnly) return undefined;
    if (!this.#use) return 'it is being looked whether somebody uses this machine';
    return this.#use.state === 'FREE' ? undefined : this.#use.why;
  }

  #look(): void {
    const shown = this.#show();
    if (shown === this.#shown) return;
    this.#shown = shown;
    for (const run of [...this.#listeners]) run();
  }

  #show(): string {
    return JSON.stringify([this.decide('RUN'), this.settings, this.#gpus, [...this.#lost]]);
  }
}
