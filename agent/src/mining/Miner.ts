import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { askMiner, findFreePort } from './askMiner.ts';
import type { MinerCommand, RunningMiner } from './MinerProcess.ts';
import { unread, type MinerOrder, type MinerProgram, type MinerReading } from './MinerProgram.ts';

/** What one GPU is to mine, and with what. */
export interface MinerPlan {
  readonly program: MinerProgram;
  /** The program's file. */
  readonly path: string;
  readonly order: Omit<MinerOrder, 'apiPort'>;
  readonly gpuUuid: string;
}

/** RESTING: it does not mine; WAITING: it ended and is started again later; GAVE_UP: it ended too often. */
export type MinerState = 'RESTING' | 'STARTING' | 'MINING' | 'WAITING' | 'GAVE_UP';

export interface MinerOptions {
  readonly slot: number;
  /** The home folder, and the folder in it where miners are started. */
  readonly home: string;
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Starts a miner program. */
  readonly start: (command: MinerCommand) => RunningMiner;
  /** Told whenever something about it has changed. */
  readonly onChange: () => void;
}

const READING_INTERVAL_MS = 10_000;
const FIRST_WAIT_MS = 5_000;
const LAST_WAIT_MS = 5 * 60_000;
/** One that ran so long was sound: its end is counted as the first again. */
const SOUND_MS = 10 * 60_000;
/** After so many ends in a row it is not started again. */
const MOST_ENDS = 6;

/** The miner of one GPU: started, read, started again after it ended, and given up when it ends again and again. */
export class Miner {
  readonly #options: MinerOptions;
  #plan: MinerPlan | undefined;
  #process: RunningMiner | undefined;
  #state: MinerState = 'RESTING';
  #why: string | null = null;
  #since: number | null = null;
  #reading: MinerReading = unread;
  #readAt: number | null = null;
  #ends = 0;
  #givenUp: { readonly plan: string; readonly why: string } | undefined;
  #cancel: (() => void) | undefined;

  constructor(options: MinerOptions) {
    this.#options = options;
  }

  get state(): MinerState {
    return this.#state;
  }

  /** Whether a process is at work, or could not be ended. */
  get active(): boolean {
    return this.#process !== undefined;
  }

  /** Whether it has been told to mine by this plan. */
  follows(plan: MinerPlan): boolean {
    return this.#plan !== undefined && JSON.stringify(this.#plan) === JSON.stringify(plan);
  }

  /** What it does, since when, why it does not mine, and what it last read. */
  view() {
    return {
      state: this.#state,
      why: this.#why,
      since: isoOf(this.#since),
      ...this.#reading,
      readAt: isoOf(this.#readAt),
    };
  }

  /** Mines by a plan from now on, unless it gave up on that one; does nothing but for a miner that rests. */
  mine(plan: MinerPlan): void {
    if (this.#plan || this.#process) return;
    this.#plan = plan;
    this.#ends = 0;
    if (this.#givenUp?.plan === JSON.stringify(plan)) this.#enter('GAVE_UP', this.#givenUp.why);
    else void this.#begin(plan);
  }

  /** Forgets what it gave up on: the owner wants it tried again. */
  forgive(): void {
    this.#givenUp = undefined;
  }

  /** Ends the mining within 2 s; resolves with whether the GPU is free. Nothing is started after it was called. */
  async rest(): Promise<boolean> {
    this.#plan = undefined;
    this.#cancel?.();
    const process = this.#process;
    if (process && !(await process.stop())) {
      this.#options.log.error({ slot: this.#options.slot }, 'the miner cannot be ended');
      this.#enter('GAVE_UP', 'The miner program cannot be ended. Restart the machine.');
      return false;
    }
    if (this.#process === process) this.#process = undefined;
    if (!this.#plan) this.#enter('RESTING', null);
    return true;
  }

  async #begin(plan: MinerPlan): Promise<void> {
    const { slot, home, folder, clock, log, start } = this.#options;
    this.#enter('STARTING', null);
    let apiPort: number;
    try {
      apiPort = await findFreePort();
    } catch (error) {
      log.warn({ err: error }, 'no port was found for a miner');
      if (this.#plan === plan) this.#endedAfter(0, 'no port of this machine is free', plan);
      return;
    }
    if (this.#plan !== plan) return;
    const args = plan.program.argsOf({ ...plan.order, apiPort });
    const process = start({ file: plan.path, args, gpuUuid: plan.gpuUuid, folder, home, slot });
    const startedAt = clock.elapsed();
    this.#process = process;
    log.info({ slot, program: plan.path }, 'mining begun');
    this.#readLater(process, plan, apiPort);
    const code = await process.exited;
    if (this.#plan !== plan) return;
    this.#cancel?.();
    // What it left behind would still hold the GPU, or mine.
    const gone = await process.stop();
    if (this.#plan !== plan) return;
    if (!gone) return void (await this.rest());
    this.#process = undefined;
    const last = process.lastLine === '' ? '' : `: ${process.lastLine}`;
    this.#endedAfter(
      clock.elapsed() - startedAt,
      `it ended with exit code ${code ?? 'unknown'}${last}`,
      plan,
    );
  }

  #endedAfter(ranMs: number, how: string, plan: MinerPlan): void {
    const { slot, clock, log } = this.#options;
    this.#ends = ranMs >= SOUND_MS ? 1 : this.#ends + 1;
    log.warn({ slot, ends: this.#ends }, 'the miner ended');
    if (this.#ends >= MOST_ENDS) {
      const why = `The miner program was given up after ${MOST_ENDS} starts: ${how}`;
      this.#givenUp = { plan: JSON.stringify(plan), why };
      return this.#enter('GAVE_UP', why);
    }
    this.#enter('WAITING', `The miner program is started again soon: ${how}`);
    const waitMs = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#ends - 1));
    this.#cancel = clock.after(waitMs, () => void this.#begin(plan));
  }

  #readLater(process: RunningMiner, plan: MinerPlan, port: number): void {
    this.#cancel = this.#options.clock.after(READING_INTERVAL_MS, () => void this.#read(process, plan, port));
  }

  async #read(process: RunningMiner, plan: MinerPlan, port: number): Promise<void> {
    let reading = unread;
    try {
      reading = plan.program.readingOf(await askMiner(port, plan.program.apiPath));
    } catch (error) {
      this.#options.log.debug({ err: error, slot: this.#options.slot }, 'the miner did not answer');
    }
    // It may have ended meanwhile, or been told to.
    if (
      this.#process !== process ||
      this.#plan !== plan ||
      (this.#state !== 'STARTING' && this.#state !== 'MINING')
    )
      return;
    if (this.#state === 'STARTING' && reading.hashesPerSecond !== null) this.#enter('MINING', null);
    this.#reading = reading;
    this.#readAt = this.#options.clock.now();
    this.#options.onChange();
    this.#readLater(process, plan, port);
  }

  #enter(state: MinerState, why: string | null): void {
    if (state !== this.#state) this.#since = this.#options.clock.now();
    if (state !== 'MINING') [this.#reading, this.#readAt] = [unread, null];
    this.#state = state;
    this.#why = why;
    this.#options.onChange();
  }
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
