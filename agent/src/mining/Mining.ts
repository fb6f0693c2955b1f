import { mkdir } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { Intent } from '../generated/graphql.ts';
import type { Home } from '../home/Home.ts';
import type { Log } from '../log.ts';
import type { Gpu } from '../metrics/GpuReading.ts';
import type { Settings } from '../owner/settings.ts';
import { checkProgram } from './checkProgram.ts';
import { killMarked } from './markedProcesses.ts';
import { Miner } from './Miner.ts';
import { MinerProcess, type MinerCommand } from './MinerProcess.ts';
import type { MiningStatus } from './miningStatus.ts';
import { planMining, type FoundProgram } from './planMining.ts';
import { readChoice } from './programFile.ts';
import { programs } from './programs.ts';

export interface MiningOptions {
  readonly home: Home;
  /** What the owner has set, now. */
  readonly settings: () => Settings;
  /** Whether a GPU, by its unique id, has vanished. */
  readonly isLost: (uuid: string) => boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Told whenever its status has changed. */
  readonly onChange: (status: MiningStatus) => void;
}

/** A task that could not begin, because the GPU is not free. */
export class MinerStuckError extends Error {
  override readonly name = 'MinerStuckError';
  readonly code = 'GPU_BUSY';
}

/** Often enough for a program or a GPU that comes or goes. */
const LOOK_MS = 2_000;
/** How long a GPU must have had no task: the next one often comes soon, and a miner takes long to begin. */
const QUIET_MS = 60_000;

/**
 * Has the owner's own miner program mine on GPUs that have nothing better to do. A task always wins: `beforeWork` frees
 * its GPU first. Everything is decided anew, from how things stand, every 2 s and whenever something changes.
 */
export class Mining {
  readonly #options: MiningOptions;
  readonly #miners: Miner[] = [];
  /** Slots with a task, and since when the others have none. */
  readonly #busy = new Set<number>();
  readonly #quietSince = new Map<number, number>();
  #gpus: readonly Gpu[] = [];
  #intent: Intent | undefined;
  #program: FoundProgram | null | string = null;
  #startedAt = 0;
  #cancel: (() => void) | undefined;
  #looking: Promise<void> | undefined;
  #stopped = true;
  #shown = '';

  constructor(options: MiningOptions) {
    this.#options = options;
  }

  /** Whether any GPU mines now. */
  get active(): boolean {
    return this.#miners.some(({ active }) => active);
  }

  /** Mines from now on; what an agent that was killed left behind is ended first. */
  start(): void {
    killMarked(this.#options.home.folder);
    this.#stopped = false;
    this.#startedAt = this.#options.clock.elapsed();
    this.#tick();
  }

  /** Ends all mining within 2 s. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await Promise.all(this.#miners.map((miner) => miner.rest()));
    await this.#looking;
  }

  /** Does as owner, portal, hours and heat say together; undefined before the portal's first word. */
  setIntent(intent: Intent | undefined): void {
    this.#intent = intent;
    this.#decide();
  }

  /** Takes note of the GPUs there are, by slot. */
  sawGpus(gpus: readonly Gpu[]): void {
    this.#gpus = gpus;
    this.#decide();
  }

  /** Frees a slot's GPU for a task, within 2 s. Throws MinerStuckError where that cannot be done. */
  async beforeWork(slot: number): Promise<void> {
    this.#busy.add(slot);
    this.#tell();
    const miner = this.#miners[slot];
    if (!miner || (await miner.rest())) return;
    throw new MinerStuckError('The GPU is held by a miner program that cannot be ended.');
  }

  /** A slot's task has ended: its GPU may mine again after a while. */
  afterWork(slot: number): void {
    this.#busy.delete(slot);
    this.#quietSince.set(slot, this.#options.clock.elapsed());
    this.#tell();
  }

  /** Whether a slot's GPU is held by a miner that could not be ended. */
  isStuck(slot: number): boolean {
    const miner = this.#miners[slot];
    return miner !== undefined && miner.active && miner.state === 'GAVE_UP';
  }

  status(): MiningStatus {
    const { on } = this.#options.settings().mining;
    const plan = this.#plan();
    return {
      on,
      why: typeof plan === 'string' ? plan : null,
      program: programOf(this.#program),
      gpus: this.#gpus.map(({ uuid, name }, slot) => {
        const view = this.#miners[slot]?.view() ?? RESTING;
        const why = view.state === 'RESTING' ? this.#whyNot(slot) : view.why;
        return { slot, uuid, name, ...view, why };
      }),
    };
  }

  #tick(): void {
    this.#cancel = this.#options.clock.after(LOOK_MS, () => this.#tick());
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  /** Looks at the program, which may have been chosen, changed or taken away meanwhile. */
  async #look(): Promise<void> {
    try {
      await mkdir(this.#options.home.mining, { recursive: true, mode: 0o700 });
      const choice = await readChoice(this.#options.home.miner);
      this.#program = choice && { choice, checked: await checkProgram(choice.path) };
    } catch (error) {
      this.#program = error instanceof Error ? error.message : String(error);
    }
    this.#decide();
  }

  /** Starts what is to mine and is free to, and ends what is not; no task can come between, as nothing here waits. */
  #decide(): void {
    if (this.#stopped) return;
    const plan = this.#plan();
    const { on } = this.#options.settings().mining;
    this.#grow();
    for (const [slot, miner] of this.#miners.entries()) {
      if (!on) miner.forgive();
      const gpuUuid = this.#gpus[slot]?.uuid;
      const wanted =
        gpuUuid !== undefined && typeof plan !== 'string' && this.#whyNot(slot) === null
          ? { ...plan, gpuUuid }
          : undefined;
      if (wanted && miner.follows(wanted)) continue;
      // What follows another plan rests first, and is started when it is looked at next.
      if (miner.state !== 'RESTING' || miner.active) void miner.rest();
      else if (wanted) miner.mine(wanted);
    }
    this.#tell();
  }

  #tell(): void {
    const status = this.status();
    const shown = JSON.stringify(status);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#options.onChange(status);
  }

  #plan() {
    const { mining: settings } = this.#options.settings();
    return planMining({ settings, program: this.#program, gpus: this.#gpus.length, intent: this.#intent });
  }

  /** Why one GPU does not mine, where others may. */
  #whyNot(slot: number): string | null {
    const uuid = this.#gpus[slot]?.uuid;
    if (uuid === undefined || this.#options.settings().gpusOff.includes(uuid))
      return 'This GPU is switched off.';
    if (this.#options.isLost(uuid)) return 'This GPU has vanished.';
    if (this.#busy.has(slot)) return 'A task is under way.';
    const quietSince = this.#quietSince.get(slot) ?? this.#startedAt;
    if (this.#options.clock.elapsed() - quietSince < QUIET_MS)
      return 'Mining begins once there was no task for a minute.';
    return null;
  }

  #grow(): void {
    const { home, clock, log } = this.#options;
    const start = (command: MinerCommand): MinerProcess => new MinerProcess(command);
    const onChange = (): void => this.#tell();
    while (this.#miners.length < this.#gpus.length) {
      const slot = this.#miners.length;
      this.#miners.push(
        new Miner({ slot, home: home.folder, folder: home.mining, clock, log, start, onChange }),
      );
    }
  }
}

const RESTING = {
  state: 'RESTING',
  since: null,
  why: null,
  hashesPerSecond: null,
  accepted: null,
  rejected: null,
  powerWatts: null,
  readAt: null,
} as const;

function programOf(program: FoundProgram | null | string): MiningStatus['program'] {
  if (program === null || typeof program === 'string') return null;
  const { path, kind } = program.choice;
  return { path, kind, name: programs[kind].name };
}
