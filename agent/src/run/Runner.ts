import type { SlotShare } from '../engine/Engine.ts';
import type { Intent, LeaseFieldsFragment as Lease } from '../generated/graphql.ts';
import { EngineChoice } from './EngineChoice.ts';
import type { RunnerOptions } from './RunnerOptions.ts';
import { Slot } from './Slot.ts';
import type { Work } from './Work.ts';

/** Attempts that ended lately: a message under way may still name them. */
const MOST_ENDED = 256;

/** Keeps every slot at work, as the platform and the provider want. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #choice: EngineChoice;
  readonly #slots: Slot[] = [];
  /** The GPU of each slot, as last told. */
  #gpus: readonly (string | null)[] = [];
  readonly #ended = new Set<string>();
  #intent: Intent | undefined;
  #online = false;
  #stopped = false;
  /** Told when a task comes while tasks are kept away. */
  #reserved: (() => void) | undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#choice = new EngineChoice(options.onError);
  }

  /** What is at work now. */
  works(): Work[] {
    return this.#slots.flatMap(({ work }) => work ?? []);
  }

  /** Sees to it that each of these GPUs has its slot; a machine without one has a single slot. */
  growTo(gpus: readonly (string | null)[]): void {
    this.#gpus = gpus;
    const slots = Math.max(1, gpus.length);
    while (this.#slots.length < slots) {
      const index = this.#slots.length;
      const share = this.#shareOf(index);
      const engines = this.#options.engines.map((create) => create(share));
      this.#slots.push(
        new Slot({
          ...this.#options,
          index,
          engines,
          choice: this.#choice,
          onTaken: () => this.#reserved?.(),
          mayAsk: () => !this.#reserved && this.#online && this.#intent === 'RUN' && !this.#stopped,
          isStopped: () => this.#stopped,
          hasEnded: (attemptId) => this.#ended.has(attemptId),
          remember: (attemptId) => this.#remember(attemptId),
        }),
      );
    }
    this.#askForAll();
  }

  /** Says whether the platform can be asked. */
  setOnline(online: boolean): void {
    this.#online = online;
    this.#askForAll();
  }

  /** Does as the provider wants from now on. */
  setIntent(intent: Intent): void {
    this.#intent = intent;
    this.#askForAll();
  }

  /** A task may be waiting. */
  hint(): void {
    for (const slot of this.#slots) slot.hint();
  }

  /**
   * Takes the platform's word for which leases are held: runs those that this run does not know, as after a restart, and
   * drops those that are gone. Leases from after the question was asked, at `askedAt` by `Clock.elapsed`, are not judged
   * by its answer.
   */
  reconcile(leases: readonly Lease[], askedAt: number): void {
    const held = new Set(leases.map(({ attemptId }) => attemptId));
    for (const work of this.works()) {
      if (!held.has(work.lease.attemptId) && work.begunAt < askedAt) this.drop(work);
    }
    for (const lease of leases) this.#slots[lease.slot]?.takeUp(lease);
  }

  /** Ends work whose lease is no longer held; what has ended already is the delivery's to tell. */
  drop(work: Work): void {
    if (work.ended || work.lost) return;
    this.#options.log.info({ taskId: work.lease.taskId }, 'the lease is gone: the task is dropped');
    work.lost = true;
    work.abort.abort();
  }

  /** An attempt shows that it is alive while no engine is at work on it. */
  sign(attemptId: string): void {
    const work = this.works().find(({ lease }) => lease.attemptId === attemptId);
    if (work) work.signs++;
  }

  /** Gives what is at work back to the platform, which blames nobody for it. */
  handBack(): void {
    for (const work of this.works()) {
      if (work.ended || work.lost || work.returned) continue;
      work.returned = true;
      work.abort.abort();
    }
  }

  /**
   * Keeps tasks from being asked for until what it returns is called; undefined while one is under way or asked for. One
   * that the platform gives all the same is begun at once, after `onTaken` was called.
   */
  reserve(onTaken: () => void): (() => void) | undefined {
    if (this.#reserved || this.#slots.some(({ isFree }) => !isFree)) return undefined;
    this.#reserved = onTaken;
    return () => {
      this.#reserved = undefined;
      this.#askForAll();
    };
  }

  /** The platform has acknowledged an attempt, or does not want it any more. */
  settle(attemptId: string): void {
    this.#remember(attemptId);
    for (const slot of this.#slots) slot.settle(attemptId);
  }

  /** Ends all work; what was under way is reported as failed, so that it goes to others at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#slots.map((slot) => slot.stop()));
  }

  /** A slot's share as it is now: GPUs may appear, and another take a place, after its engines were made. */
  #shareOf(index: number): SlotShare {
    const gpus = () => this.#gpus;
    const made = () => this.#slots.length;
    return {
      index,
      get slots() {
        return Math.max(1, gpus().length, made());
      },
      get gpu() {
        return gpus()[index] ?? null;
      },
    };
  }

  #askForAll(): void {
    for (const slot of this.#slots) slot.ask();
  }

  #remember(attemptId: string): void {
    this.#ended.add(attemptId);
    const [oldest] = this.#ended;
    if (this.#ended.size > MOST_ENDED && oldest !== undefined) this.#ended.delete(oldest);
  }
}
