import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Failure, Result } from '../outbox/entries.ts';
import type { Outbox } from '../outbox/Outbox.ts';
import { upload } from '../platform/files.ts';
import type { Execute } from '../platform/Operation.ts';
import { completeTask, createResultUpload, failTask } from '../platform/operations.ts';
import { OFFLINE, PlatformError, TIMEOUT } from '../platform/PlatformError.ts';

export interface DeliveryOptions {
  readonly outbox: Outbox;
  readonly execute: Execute;
  /** The gateway's address, which relative addresses of files are relative to. */
  readonly gateway: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when the platform has acknowledged an attempt, or does not want it any more. */
  readonly onSettled: (attemptId: string) => void;
}

/** An ended attempt that the platform has not acknowledged yet. */
type Ended =
  | { readonly kind: 'result'; readonly payload: Result }
  | { readonly kind: 'failure'; readonly payload: Failure };

const AT_ONCE = 64;
/** How often one report may be refused before it is given up. */
const MOST_REFUSALS = 8;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** Answers that say nothing about the report itself. */
const PASSING = new Set([
  ...[OFFLINE, TIMEOUT, 'INTERNAL_SERVER_ERROR', 'RATE_LIMITED'],
  ...['DISK_FULL', 'OVERLOADED', 'SHUTTING_DOWN'],
]);
/** Answers after which nobody waits for the report any more. */
const NOT_WANTED = new Set(['LEASE_LOST', 'NOT_FOUND', 'FORBIDDEN']);
/** Answers after which this result can never be accepted, though its attempt is still ours. */
const RESULT_USELESS = new Set(['SIGNATURE_INVALID', 'FILE_TOO_LARGE', 'INVALID_INPUT', 'RESULT_MISSING']);

/** Tells the platform of ended attempts until each is acknowledged, however often the connection or the agent ends. */
export class Delivery {
  readonly #options: DeliveryOptions;
  /** What could not be stored because the disk is full: told all the same, while this process lives. */
  readonly #unstored = new Map<string, Ended>();
  /** Where results have been uploaded to, so that a lost answer costs no second upload. */
  readonly #uploaded = new Map<string, string>();
  readonly #refusals = new Map<string, number>();
  readonly #stop = new AbortController();
  #delivering: Promise<void> | undefined;
  #again = false;
  #cancelRetry: (() => void) | undefined;
  #retries = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Takes an ended attempt on; from here on it survives everything but a full disk. */
  add(ended: Ended): void {
    const { attemptId } = ended.payload;
    try {
      this.#options.outbox.add(ended.kind, attemptId, ended.payload);
    } catch (error) {
      this.#options.log.error({ err: error, attemptId }, 'an ended attempt could not be stored');
      this.#unstored.set(attemptId, ended);
    }
    this.kick();
  }

  /** The attempts that are not acknowledged yet, oldest first. */
  waiting(): Ended[] {
    const { outbox } = this.#options;
    const results = outbox
      .first('result', AT_ONCE)
      .map(({ payload }) => ({ kind: 'result' as const, payload }));
    const failures = outbox
      .first('failure', AT_ONCE)
      .map(({ payload }) => ({ kind: 'failure' as const, payload }));
    return [...failures, ...results, ...this.#unstored.values()];
  }

  /** Delivers what waits, now: after an attempt ended, and whenever the connection is up again. */
  kick(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#again = true;
    this.#delivering ??= this.#run().finally(() => {
      this.#delivering = undefined;
      if (this.#again) this.kick();
    });
  }

  /** Resolves when nothing waits or nothing more can be done now. */
  async settled(): Promise<void> {
    await this.#delivering;
  }

  /** Stops; what waits is delivered by the next run. */
  async stop(): Promise<void> {
    this.#cancelRetry?.();
    this.#stop.abort();
    await this.#delivering;
  }

  /** Removes files of results that nothing waits for, as a kill between two steps leaves behind. */
  async sweep(folder: string): Promise<void> {
    const wanted = new Set(this.waiting().map(({ payload }) => ('path' in payload ? payload.path : '')));
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      if (!wanted.has(path)) await rm(path, { force: true });
    }
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stop.signal.aborted) {
      this.#again = false;
      let failed = false;
      for (const ended of this.waiting()) failed = !(await this.#deliver(ended)) || failed;
      if (failed) this.#retryLater();
      else this.#retries = 0;
    }
  }

  #retryLater(): void {
    if (this.#stop.signal.aborted) return;
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#retries++) * (0.5 + Math.random() / 2);
    this.#cancelRetry = this.#options.clock.after(wait, () => this.kick());
  }

  /** False when it should be tried again later. */
  async #deliver(ended: Ended): Promise<boolean> {
    if (this.#stop.signal.aborted) return true;
    try {
      if (ended.kind === 'result') await this.#complete(ended.payload);
      else await this.#options.execute(failTask, { input: ended.payload });
    } catch (error) {
      return this.#refused(ended, error);
    }
    await this.#settle(ended);
    return true;
  }

  async #complete({ attemptId, token, path, sizeBytes, sha256, signature }: Result): Promise<void> {
    const { execute, gateway } = this.#options;
    let assetId = this.#uploaded.get(attemptId);
    if (assetId === undefined) {
      const found = await stat(path).catch(() => undefined);
      if (found?.size !== sizeBytes)
        throw new PlatformError('RESULT_MISSING', 'The file of the result is gone.');
      const { createResultUpload: place } = await execute(createResultUpload, {
        input: { attemptId, token, sizeBytes },
      });
      await upload(new URL(place.url, gateway), path, this.#stop.signal);
      this.#uploaded.set(attemptId, (assetId = place.assetId));
    }
    await execute(completeTask, { input: { attemptId, token, assetId, sha256, signature } });
  }

  async #refused(ended: Ended, error: unknown): Promise<boolean> {
    const { attemptId, token } = ended.payload;
    const { code, message } =
      error instanceof PlatformError ? error : { code: 'UNKNOWN', message: String(error) };
    if (PASSING.has(code)) return false;
    this.#options.log.warn(
      { attemptId, code, reason: message },
      'the report of an ended attempt was refused',
    );
    this.#uploaded.delete(attemptId);
    const refusals = (this.#refusals.get(attemptId) ?? 0) + 1;
    this.#refusals.set(attemptId, refusals);
    const givenUp = refusals >= MOST_REFUSALS;
    if (ended.kind === 'result' && (RESULT_USELESS.has(code) || givenUp)) {
      this.#refusals.delete(attemptId);
      this.add({ kind: 'failure', payload: { attemptId, token, code, reason: message.slice(0, 500) } });
      await this.#forget(ended);
      return true;
    }
    if (!givenUp && !NOT_WANTED.has(code)) return false;
    await this.#settle(ended);
    return true;
  }

  async #settle(ended: Ended): Promise<void> {
    const { attemptId } = ended.payload;
    await this.#forget(ended);
    this.#uploaded.delete(attemptId);
    this.#refusals.delete(attemptId);
    this.#options.onSettled(attemptId);
  }

  async #forget({ kind, payload }: Ended): Promise<void> {
    this.#options.outbox.remove(kind, payload.attemptId);
    if (this.#unstored.get(payload.attemptId)?.kind === kind) this.#unstored.delete(payload.attemptId);
    if (kind === 'result') await rm(payload.path, { force: true });
  }
}
