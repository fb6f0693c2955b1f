import { rm } from 'node:fs/promises';
import type { Engine } from '../engine/Engine.ts';
import { firstReady } from '../engine/firstReady.ts';
import type { JobKind, LeaseFieldsFragment as Lease } from '../generated/graphql.ts';
import type { FrameFile } from '../outbox/entries.ts';
import { leaseTask } from '../platform/operations.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';
import { AttemptError } from './AttemptError.ts';
import type { EngineChoice } from './EngineChoice.ts';
import { failureOf, RETURNED, STOPPED, type Failure } from './failures.ts';
import { folderOf } from './KeptFrames.ts';
import { runAttempt } from './runAttempt.ts';
import type { RunnerOptions } from './RunnerOptions.ts';
import type { Work } from './Work.ts';

export interface SlotOptions extends Omit<RunnerOptions, 'engines'> {
  readonly index: number;
  /** The slot's own engines. */
  readonly engines: readonly Engine[];
  readonly choice: EngineChoice;
  /** Told that a task has come, before it begins. */
  readonly onTaken: () => void;
  /** Whether tasks may be asked for at all. */
  readonly mayAsk: () => boolean;
  /** Whether all work is being ended. */
  readonly isStopped: () => boolean;
  /** Whether an attempt ended lately: a message under way may still name it. */
  readonly hasEnded: (attemptId: string) => boolean;
  /** Takes note that an attempt has ended. */
  readonly remember: (attemptId: string) => void;
}

/** Waits between asking for tasks: short after work, longer from time to time. */
const FIRST_WAIT_MS = 2_000;
const LAST_WAIT_MS = 20_000;
/** A hint reaches all agents at once; they come spread over this time. */
const HINT_SPREAD_MS = 500;
const ENGINE_WAIT_MS = 60_000;

/** One slot: asks for a task, runs it, hands what becomes of it to the delivery, and asks again. */
export class Slot {
  readonly #options: SlotOptions;
  readonly #running = new Set<Promise<void>>();
  #work: Work | undefined;
  #asking = false;
  /** How often in a row it was told that there is no task. */
  #refusals = 0;
  #cancelAsk: (() => void) | undefined;

  constructor(options: SlotOptions) {
    this.#options = options;
  }

  /** What it is at work on. */
  get work(): Work | undefined {
    return this.#work;
  }

  /** Whether it has no task, and none is being asked for. */
  get isFree(): boolean {
    return !this.#work && !this.#asking;
  }

  /** Asks for a task now, where it may and has none. */
  ask(): void {
    if (!this.#options.mayAsk() || this.#work || this.#asking) return;
    this.#track(this.#askNow());
  }

  /** A task may be waiting: asks soon. */
  hint(): void {
    this.#refusals = 0;
    this.#askLater(Math.random() * HINT_SPREAD_MS);
  }

  /** Takes up a lease that the platform says it holds, unless it has work. */
  takeUp(lease: Lease): void {
    if (!this.#work && !this.#asking) this.#accept(lease);
  }

  /** Ends what it is at work on if that is this attempt, and asks for the next. */
  settle(attemptId: string): void {
    if (this.#work?.lease.attemptId === attemptId) this.#free();
  }

  /** Ends its work and its engines. */
  async stop(): Promise<void> {
    this.#cancelAsk?.();
    this.#work?.abort.abort();
    await Promise.all(this.#running);
    await Promise.all(this.#options.engines.map((engine) => engine.close()));
  }

  #askLater(waitMs: number): void {
    this.#cancelAsk?.();
    this.#cancelAsk = this.#options.clock.after(waitMs, () => this.ask());
  }

  #askAgain(): void {
    const wait = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(this.#refusals++, 10));
    this.#askLater(wait * (0.75 + Math.random() / 2));
  }

  async #askNow(): Promise<void> {
    const { index, engines, choice, execute, log, isStopped } = this.#options;
    const kinds = this.#kinds();
    if (kinds.length === 0) return;
    this.#asking = true;
    this.#cancelAsk?.();
    try {
      const ready = await choice.ready(engines, kinds);
      if (ready.size === 0) return this.#askLater(ENGINE_WAIT_MS);
      const able = [...ready].map(([kind, { probe }]) => ({ kind, version: probe.version }));
      const { leaseTask: lease } = await execute(leaseTask, { slot: index, engines: able });
      if (!lease) this.#askAgain();
      else if (isStopped()) this.#fail(lease, STOPPED);
      else this.#accept(lease);
    } catch (error) {
      const code = error instanceof PlatformError ? error.code : 'UNKNOWN';
      if (code !== OFFLINE) log.warn({ err: error, slot: index }, 'no task could be asked for');
      this.#askAgain();
    } finally {
      this.#asking = false;
    }
  }

  /** The kinds of task that it has an engine for and its owner lets it take. */
  #kinds(): JobKind[] {
    const { index, engines, allows } = this.#options;
    const kinds = new Set(engines.map(({ kind }) => kind));
    return [...kinds].filter((kind) => allows(index, kind));
  }

  #accept(lease: Lease): void {
    const { index, clock, delivery, log, onChange, hasEnded } = this.#options;
    if (hasEnded(lease.attemptId)) return this.#askAgain();
    const ended = delivery.waiting().some(({ payload }) => payload.attemptId === lease.attemptId);
    const work: Work = {
      lease,
      startedAt: clock.now(),
      begunAt: clock.elapsed(),
      abort: new AbortController(),
      progress: ended ? 1 : 0,
      signs: 0,
      hasFrames: false,
      preview: null,
      ended,
      lost: false,
      returned: false,
    };
    this.#options.onTaken();
    this.#work = work;
    this.#refusals = 0;
    onChange();
    if (ended) return delivery.kick();
    log.info({ taskId: lease.taskId, slot: index, check: lease.check }, 'task begun');
    this.#track(this.#run(work));
  }

  #track(task: Promise<void>): void {
    const tracked = task.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  async #run(work: Work): Promise<void> {
    const { engines, delivery, log, onChange, clock } = this.#options;
    const { taskId, kind } = work.lease;
    const onProgress = (progress: number): void => {
      work.progress = progress;
      work.signs++;
      onChange();
    };
    const onPreview = (jpeg: Buffer): void => {
      work.preview = { jpeg, number: (work.preview?.number ?? 0) + 1 };
      onChange();
    };
    try {
      await this.#options.beforeWork(this.#options.index);
      const found = await firstReady(engines, kind);
      if (typeof found === 'string') throw new AttemptError('ENGINE_UNAVAILABLE', found);
      const result = await runAttempt(
        work.lease,
        { ...this.#options, engine: found.engine },
        {
          onProgress,
          onPiece: () => work.signs++,
          onPreview,
          onFrame: (frame, fromEarlierRun) => this.#keep(work, frame, fromEarlierRun),
          signal: work.abort.signal,
        },
      );
      work.ended = true;
      log.info({ taskId, seconds: (clock.elapsed() - work.begunAt) / 1_000 }, 'task done');
      this.#options.onEnded(work, 'DONE', null);
      delivery.add({ kind: 'result', payload: result });
    } catch (error) {
      await this.#unmade(work, error);
    }
  }

  /** Sees to it that work that came to nothing is told as what it is. */
  async #unmade(work: Work, error: unknown): Promise<void> {
    const { onEnded, remember, isStopped } = this.#options;
    // The next run goes on with them, as after a kill.
    if (isStopped() && work.hasFrames && !work.lost && !work.returned) return;
    await this.#forget(work.lease.attemptId);
    if (work.lost) {
      onEnded(work, 'LOST', null);
      remember(work.lease.attemptId);
      return this.#free();
    }
    work.ended = true;
    if (isStopped() || work.returned) {
      onEnded(work, 'RETURNED', null);
      return this.#fail(work.lease, work.returned ? RETURNED : STOPPED);
    }
    const failure = failureOf(error);
    onEnded(work, 'FAILED', failure.reason);
    this.#fail(work.lease, failure);
  }

  /** Uploads a frame while the others are made; what is left when the attempt has ended is the delivery's. */
  #keep(work: Work, file: FrameFile, fromEarlierRun: boolean): void {
    const { uploads } = this.#options;
    const { lease } = work;
    work.hasFrames = true;
    if (fromEarlierRun && lease.render?.uploaded.includes(file.frame)) uploads.assume(lease, file);
    else uploads.early(lease, file);
  }

  /** Removes the frames of an attempt that nobody waits for. */
  async #forget(attemptId: string): Promise<void> {
    const { home, uploads, log } = this.#options;
    uploads.forget(attemptId);
    try {
      await rm(folderOf(home.results, attemptId), { recursive: true, force: true });
    } catch (error) {
      log.warn({ err: error, attemptId }, 'frames could not be removed');
    }
  }

  #fail({ attemptId, taskId, token }: Lease, { code, reason }: Failure): void {
    const { onError, delivery } = this.#options;
    if (code !== STOPPED.code) onError(code, `Task ${taskId} failed: ${reason}`);
    delivery.add({ kind: 'failure', payload: { attemptId, token, code, reason } });
  }

  #free(): void {
    this.#work = undefined;
    this.#options.afterWork(this.#options.index);
    this.#options.onChange();
    this.ask();
  }
}
