import type { KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { Engine, EngineFactory, EngineProbe } from '../engine/Engine.ts';
import type { Intent, JobKind, LeaseFieldsFragment as Lease } from '../generated/graphql.ts';
import type { Home } from '../home/Home.ts';
import type { PastAttempt } from '../history/History.ts';
import type { Log } from '../log.ts';
import type { FrameFile } from '../outbox/entries.ts';
import type { Execute } from '../platform/Operation.ts';
import { leaseTask } from '../platform/operations.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';
import { AttemptError } from './AttemptError.ts';
import type { Delivery } from './Delivery.ts';
import type { FrameUploads } from './FrameUploads.ts';
import { folderOf } from './KeptFrames.ts';
import { runAttempt } from './runAttempt.ts';
import type { Scenes } from './Scenes.ts';
import type { Work } from './Work.ts';

export interface RunnerOptions {
  readonly execute: Execute;
  readonly delivery: Delivery;
  readonly home: Home;
  readonly key: KeyObject;
  readonly gateway: string;
  /** Makes a slot's engines; of several for one kind of task, the first that works is used. */
  readonly engines: readonly EngineFactory[];
  readonly scenes: Scenes;
  readonly uploads: FrameUploads;
  readonly clock: Clock;
  readonly log: Log;
  /** Told whenever what is at work, or how far it is, has changed. */
  readonly onChange: () => void;
  /** Told what keeps a task from being done. */
  readonly onError: (code: string, reason: string) => void;
  /** Whether the owner lets a slot take tasks of a kind. */
  readonly allows: (slot: number, kind: JobKind) => boolean;
  /** Told how an attempt ended here. */
  readonly onEnded: (work: Work, outcome: PastAttempt['outcome'], reason: string | null) => void;
}

interface Slot {
  readonly index: number;
  readonly engines: readonly Engine[];
  work: Work | undefined;
  asking: boolean;
  /** How often in a row it was told that there is no task. */
  refusals: number;
  cancelAsk: (() => void) | undefined;
}

/** Waits between asking for tasks: short after work, longer from time to time. */
const FIRST_WAIT_MS = 2_000;
const LAST_WAIT_MS = 20_000;
/** A hint reaches all agents at once; they come spread over this time. */
const HINT_SPREAD_MS = 500;
const ENGINE_WAIT_MS = 60_000;
/** Attempts that ended lately: a message under way may still name them. */
const MOST_ENDED = 256;

/** An engine that works, and what it said of itself. */
interface ReadyEngine {
  readonly engine: Engine;
  readonly probe: Extract<EngineProbe, { available: true }>;
}

/** Keeps every slot at work: asks for tasks, runs them, and hands what becomes of them to the delivery. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #slots: Slot[] = [];
  readonly #ended = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  /** Why no engine of a kind works, as it was last said: what is known is not said again. */
  readonly #unavailable = new Map<string, string>();
  #intent: Intent | undefined;
  #online = false;
  #stopped = false;
  /** Told when a task comes while tasks are kept away. */
  #reserved: (() => void) | undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** What is at work now. */
  works(): Work[] {
    return this.#slots.flatMap(({ work }) => work ?? []);
  }

  /** Sees to it that there are at least so many slots. */
  growTo(count: number): void {
    while (this.#slots.length < count) {
      const index = this.#slots.length;
      const engines = this.#options.engines.map((create) => create({ index, slots: count }));
      this.#slots.push({ index, engines, work: undefined, asking: false, refusals: 0, cancelAsk: undefined });
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
    for (const slot of this.#slots) {
      slot.refusals = 0;
      this.#askLater(slot, Math.random() * HINT_SPREAD_MS);
    }
  }

  /**
   * Takes the platform's word for which leases are held: runs those that this run does not know, as after a restart, and
   * drops those that are gone. Leases from after the question was asked, at `askedAt`, are not judged by its answer.
   */
  reconcile(leases: readonly Lease[], askedAt: number): void {
    const held = new Set(leases.map(({ attemptId }) => attemptId));
    for (const work of this.works()) {
      if (!held.has(work.lease.attemptId) && work.startedAt < askedAt) this.drop(work);
    }
    for (const lease of leases) {
      const slot = this.#slots[lease.slot];
      if (slot && !slot.work && !slot.asking) this.#accept(slot, lease);
    }
  }

  /** Ends work whose lease is no longer held; what has ended already is the delivery's to tell. */
  drop(work: Work): void {
    if (work.ended || work.lost) return;
    this.#options.log.info({ taskId: work.lease.taskId }, 'the lease is gone: the task is dropped');
    work.lost = true;
    work.abort.abort();
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
    if (this.#reserved || this.#slots.some(({ work, asking }) => work || asking)) return undefined;
    this.#reserved = onTaken;
    return () => {
      this.#reserved = undefined;
      this.#askForAll();
    };
  }

  /** The platform has acknowledged an attempt, or does not want it any more. */
  settle(attemptId: string): void {
    this.#remember(attemptId);
    for (const slot of this.#slots) if (slot.work?.lease.attemptId === attemptId) this.#free(slot);
  }

  /** Ends all work; what was under way is reported as failed, so that it goes to others at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { cancelAsk, work } of this.#slots) {
      cancelAsk?.();
      work?.abort.abort();
    }
    await Promise.all(this.#running);
    await Promise.all(this.#slots.flatMap(({ engines }) => engines.map((engine) => engine.close())));
  }

  #askForAll(): void {
    for (const slot of this.#slots) this.#ask(slot);
  }

  #askLater(slot: Slot, waitMs: number): void {
    slot.cancelAsk?.();
    slot.cancelAsk = this.#options.clock.after(waitMs, () => this.#ask(slot));
  }

  #ask(slot: Slot): void {
    if (
      this.#reserved ||
      !this.#online ||
      this.#intent !== 'RUN' ||
      this.#stopped ||
      slot.work ||
      slot.asking
    )
      return;
    this.#track(this.#askNow(slot));
  }

  async #askNow(slot: Slot): Promise<void> {
    if (this.#allowed(slot).length === 0) return;
    slot.asking = true;
    slot.cancelAsk?.();
    try {
      const ready = await this.#ready(slot);
      if (ready.size === 0) return this.#askLater(slot, ENGINE_WAIT_MS);
      const engines = [...ready].map(([kind, { probe }]) => ({ kind, version: probe.version }));
      const { leaseTask: lease } = await this.#options.execute(leaseTask, { slot: slot.index, engines });
      if (!lease) this.#askAgain(slot);
      else if (this.#stopped) this.#fail(lease, STOPPED);
      else this.#accept(slot, lease);
    } catch (error) {
      const code = error instanceof PlatformError ? error.code : 'UNKNOWN';
      if (code !== OFFLINE)
        this.#options.log.warn({ err: error, slot: slot.index }, 'no task could be asked for');
      this.#askAgain(slot);
    } finally {
      slot.asking = false;
    }
  }

  /** The kinds of task that a slot has an engine for and its owner lets it take. */
  #allowed({ index, engines }: Slot): JobKind[] {
    const kinds = new Set(engines.map(({ kind }) => kind));
    return [...kinds].filter((kind) => this.#options.allows(index, kind));
  }

  /** The slot's engines that work, one for each kind of task that is allowed; says why others do not. */
  async #ready(slot: Slot): Promise<ReadonlyMap<JobKind, ReadyEngine>> {
    const ready = new Map<JobKind, ReadyEngine>();
    const reasons = new Map<JobKind, string>();
    for (const kind of this.#allowed(slot)) {
      const found = await firstReady(slot.engines, kind);
      if (typeof found === 'string') reasons.set(kind, found);
      else ready.set(kind, found);
    }
    for (const kind of ready.keys()) this.#unavailable.delete(kind);
    for (const [kind, reason] of reasons) {
      // While nothing at all can be done it is said again and again: it is why the worker is idle.
      if (ready.size > 0 && this.#unavailable.get(kind) === reason) continue;
      this.#unavailable.set(kind, reason);
      const which = ready.size === 0 ? 'No tasks' : `No ${kind} tasks`;
      this.#options.onError('ENGINE_UNAVAILABLE', `${which} are taken: ${reason}`);
    }
    return ready;
  }

  #askAgain(slot: Slot): void {
    const wait = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(slot.refusals++, 10));
    this.#askLater(slot, wait * (0.75 + Math.random() / 2));
  }

  #accept(slot: Slot, lease: Lease): void {
    const { clock, delivery, log, onChange } = this.#options;
    if (this.#ended.has(lease.attemptId)) return this.#askAgain(slot);
    const ended = delivery.waiting().some(({ payload }) => payload.attemptId === lease.attemptId);
    const work: Work = {
      lease,
      startedAt: clock.now(),
      abort: new AbortController(),
      progress: ended ? 1 : 0,
      ended,
      lost: false,
      returned: false,
    };
    this.#reserved?.();
    slot.work = work;
    slot.refusals = 0;
    onChange();
    if (ended) return delivery.kick();
    log.info({ taskId: lease.taskId, slot: slot.index, check: lease.check }, 'task begun');
    this.#track(this.#run(slot, work));
  }

  #track(task: Promise<void>): void {
    const tracked = task.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  async #run(slot: Slot, work: Work): Promise<void> {
    const { delivery, log, onChange, clock } = this.#options;
    const { attemptId, taskId } = work.lease;
    const onProgress = (progress: number): void => {
      work.progress = progress;
      onChange();
    };
    try {
      const found = await firstReady(slot.engines, work.lease.kind);
      if (typeof found === 'string') throw new AttemptError('ENGINE_UNAVAILABLE', found);
      const result = await runAttempt(
        work.lease,
        { ...this.#options, engine: found.engine },
        {
          onProgress,
          onFrame: (frame, fromEarlierRun) => this.#keep(work.lease, frame, fromEarlierRun),
          signal: work.abort.signal,
        },
      );
      work.ended = true;
      log.info({ taskId, seconds: (clock.now() - work.startedAt) / 1_000 }, 'task done');
      this.#options.onEnded(work, 'DONE', null);
      delivery.add({ kind: 'result', payload: result });
    } catch (error) {
      await this.#forget(attemptId);
      if (work.lost) {
        this.#options.onEnded(work, 'LOST', null);
        this.#remember(attemptId);
        return this.#free(slot);
      }
      work.ended = true;
      if (this.#stopped || work.returned) {
        this.#options.onEnded(work, 'RETURNED', null);
        return this.#fail(work.lease, work.returned ? RETURNED : STOPPED);
      }
      const failure = failureOf(error);
      this.#options.onEnded(work, 'FAILED', failure.reason);
      this.#fail(work.lease, failure);
    }
  }

  /** Uploads a frame while the others are made; what cannot be sent now is the delivery's. */
  #keep(lease: Lease, file: FrameFile, fromEarlierRun: boolean): void {
    const { uploads, log } = this.#options;
    if (fromEarlierRun && lease.render?.uploaded.includes(file.frame)) {
      return uploads.assume(lease.attemptId, file);
    }
    uploads.send(lease, file).catch((error: unknown) => {
      log.debug({ err: error, taskId: lease.taskId, frame: file.frame }, 'a frame was not uploaded yet');
    });
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

  #fail({ attemptId, taskId, token }: Lease, { code, reason }: { code: string; reason: string }): void {
    if (code !== STOPPED.code) this.#options.onError(code, `Task ${taskId} failed: ${reason}`);
    this.#options.delivery.add({ kind: 'failure', payload: { attemptId, token, code, reason } });
  }

  #free(slot: Slot): void {
    slot.work = undefined;
    this.#options.onChange();
    this.#ask(slot);
  }

  #remember(attemptId: string): void {
    this.#ended.add(attemptId);
    const [oldest] = this.#ended;
    if (this.#ended.size > MOST_ENDED && oldest !== undefined) this.#ended.delete(oldest);
  }
}

/** The first engine for a kind of task that works, or why none does. */
async function firstReady(engines: readonly Engine[], kind: JobKind): Promise<ReadyEngine | string> {
  let reason = `This agent has no engine for ${kind} tasks: update it.`;
  for (const engine of engines.filter((each) => each.kind === kind)) {
    const probe = await engine.probe();
    if (probe.available) return { engine, probe };
    reason = probe.reason;
  }
  return reason;
}

const STOPPED = { code: 'AGENT_STOPPED', reason: 'The agent was stopped.' };
const RETURNED = { code: STOPPED.code, reason: 'The owner of the machine paused it.' };

function failureOf(error: unknown): { code: string; reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
  return { code: code === 'ENOSPC' ? 'DISK_FULL' : code.slice(0, 64), reason: message.slice(0, 500) };
}
