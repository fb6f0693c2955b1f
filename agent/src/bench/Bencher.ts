import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AgentError } from '../AgentError.ts';
import type { Clock } from '../clock.ts';
import type { Home } from '../home/Home.ts';
import type { Log } from '../log.ts';
import type { Execute } from '../platform/Operation.ts';
import { reportBenchmark } from '../platform/operations.ts';
import { readBenchRecord, writeBenchRecord, type BenchRecord } from './BenchRecord.ts';
import { basisOf, slotsOf, type Machine } from './Machine.ts';
import { measureMachine } from './measureMachine.ts';

/** Keeps tasks away until what it returns is called; undefined while one is under way. `onTaken` says that one came all the same. */
export type Reserve = (onTaken: () => void) => (() => void) | undefined;

export interface BencherOptions {
  readonly home: Home;
  readonly execute: Execute;
  readonly clock: Clock;
  readonly log: Log;
  /** The machine as it is now; undefined before its GPUs were looked for. */
  readonly machine: () => Machine | undefined;
  readonly reserve: Reserve;
  /** Ends what else of ours uses these slots; what it resolves with lets it go on. Throws where it cannot be ended. */
  readonly clear: (slots: readonly number[]) => Promise<() => void>;
  /** Told whenever what there is to say of it has changed. */
  readonly onChange: () => void;
}

/** What there is to say of how fast this machine is. */
export interface BenchState {
  /** What is measured now, in a few words; null while nothing is. */
  readonly step: string | null;
  /** Why it could not be measured the last time; null when it could. */
  readonly problem: string | null;
  /** What was measured last; null when nothing was. */
  readonly record: BenchRecord | null;
}

/** Measures how fast this machine is, keeps it, and tells the platform. */
export class Bencher {
  readonly #options: BencherOptions;
  #state: BenchState = { step: null, problem: null, record: null };
  #abort: AbortController | undefined;
  #running: Promise<void> | undefined;

  constructor(options: BencherOptions) {
    this.#options = options;
  }

  get state(): BenchState {
    return this.#state;
  }

  /** Reads what was measured by earlier runs. */
  async open(): Promise<void> {
    this.#say({ record: (await readBenchRecord(this.#options.home.benchmark)) ?? null });
  }

  /** Whether what was measured is not of this machine as it is now. */
  async isDue(): Promise<boolean> {
    const machine = this.#options.machine();
    if (!machine || slotsOf(machine).length === 0) return false;
    const { record } = this.#state;
    return record === null || record.basis !== (await basisOf(machine));
  }

  /**
   * Begins to measure; resolves when that has ended in whatever way, which the state tells. Throws AgentError AT_WORK
   * while a task is under way, or while it is measured already.
   */
  measure(): Promise<void> {
    if (this.#running) throw new AgentError('AT_WORK', 'It is being measured already.');
    const machine = this.#options.machine();
    if (!machine) throw new AgentError('AT_WORK', 'The GPUs are being looked for: try again in a moment.');
    const abort = new AbortController();
    const release = this.#options.reserve(() => abort.abort());
    if (!release) {
      const sentence =
        'A task is under way, or just being asked for: try again in a moment, or pause after the task and measure then.';
      throw new AgentError('AT_WORK', sentence);
    }
    this.#abort = abort;
    this.#say({ step: 'what there is to measure' });
    this.#running = this.#measure(machine, abort.signal).finally(() => {
      this.#running = undefined;
      release();
      this.#say({ step: null });
    });
    return this.#running;
  }

  /** Tells the platform what it does not know yet. Throws PlatformError. */
  async report(): Promise<void> {
    const { record } = this.#state;
    if (!record || record.reported) return;
    const { takenAt, agentVersion, slots } = record;
    const input = {
      takenAt,
      agentVersion,
      slots: slots.map(({ slot, driver, results }) => ({
        slot,
        driver,
        results: results.map(({ score: _, ...result }) => result),
      })),
    };
    const { reportBenchmark: worker } = await this.#options.execute(reportBenchmark, { input });
    // Another record may have come meanwhile.
    if (this.#state.record !== record) return;
    const score = worker.benchScore ?? record.score;
    await this.#keep({
      ...record,
      score,
      assumed: worker.benchmark?.assumed ?? record.assumed,
      reported: true,
    });
  }

  /** Ends what is being measured. */
  async stop(): Promise<void> {
    this.#abort?.abort();
    await this.#running;
  }

  async #measure(machine: Machine, signal: AbortSignal): Promise<void> {
    const { home, clock, log } = this.#options;
    try {
      const giveBack = await this.#options.clear(slotsOf(machine).map(({ index }) => index));
      const folder = join(home.work, `benchmark-${randomUUID()}`);
      const onStep = (step: string): void => this.#say({ step });
      const record = await measureMachine(machine, { folder, clock, signal, onStep }).finally(giveBack);
      await this.#keep(record);
      log.info({ score: this.#state.record?.score }, 'the machine was measured');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const problem = signal.aborted ? 'It was ended early, because a task came or the agent stopped.' : why;
      log.warn({ problem }, 'the machine could not be measured');
      this.#say({ problem });
    }
  }

  async #keep(record: BenchRecord): Promise<void> {
    this.#say({ record, problem: null });
    await writeBenchRecord(this.#options.home.benchmark, record);
  }

  #say(change: Partial<BenchState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.onChange();
  }
}
