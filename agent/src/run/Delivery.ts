import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Failure, FileResult, FramesResult, Result } from '../outbox/entries.ts';
import type { Outbox } from '../outbox/Outbox.ts';
import { upload } from '../platform/files.ts';
import type { Execute } from '../platform/Operation.ts';
import { completeTask, createResultUpload, failTask } from '../platform/operations.ts';
import { OFFLINE, PlatformError, TIMEOUT } from '../platform/PlatformError.ts';
import type { FrameUploads } from './FrameUploads.ts';

export interface DeliveryOptions {
  readonly outbox: Outbox;
  readonly uploads: FrameUploads;
  readonly execute: Execute;
  /** The gateway's address, which relative addresses of files are relative to. */
  readonly gateway: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each piece of an attempt's result that went. */
  readonly onPiece: (attemptId: string) => void;
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

  /**
   * Removes files of results that nothing waits for, as a kill between two steps leaves behind. Frames of attempts that
   * are not ended are kept while their lease may come back: until the attempts that are `held` are known.
   */
  async sweep(folder: string, held?: ReadonlySet<string>): Promise<void> {
    const wanted = new Set(this.waiting().map(({ payload }) => placeOf(payload)));
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const mayGoOn = entry.isDirectory() && (!held || held.has(entry.name));
      if (!wanted.has(path) && !mayGoOn) await rm(path, { recursive: true, force: true });
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

  async #complete(result: Result): Promise<void> {
    const { attemptId, token, sha256, signature } = result;
    const made =
      'frames' in result ? await this.#sendFrames(result) : { assetId: await this.#sendFile(result) };
    await this.#options.execute(completeTask, { input: { attemptId, token, ...made, sha256, signature } });
  }

  async #sendFrames(result: FramesResult): Promise<{ frames: { frame: number; sha256: string }[] }> {
    for (const file of result.frames) {
      await this.#options.uploads.send(result, file).catch((error: unknown) => {
        throw isAbsent(error) ? missing() : error;
      });
    }
    return { frames: result.frames.map(({ frame, sha256 }) => ({ frame, sha256 })) };
  }

  async #sendFile({ attemptId, token, path, sizeBytes }: FileResult): Promise<string> {
    const { execute, gateway, onPiece } = this.#options;
    let assetId = this.#uploaded.get(attemptId);
    if (assetId === undefined) {
      const found = await stat(path).catch(() => undefined);
      if (found?.size !== sizeBytes) throw missing();
      const { createResultUpload: place } = await execute(createResultUpload, {
        input: { attemptId, token, sizeBytes },
      });
      await upload(new URL(place.url, gateway), path, {
        onPiece: () => onPiece(attemptId),
        signal: this.#stop.signal,
      });
      this.#uploaded.set(attemptId, (assetId = place.assetId));
    }
    return assetId;
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
    this.#options.uploads.forget(attemptId);
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
    this.#options.uploads.forget(attemptId);
    this.#refusals.delete(attemptId);
    this.#options.onSettled(attemptId);
  }

  async #forget({ kind, payload }: Ended): Promise<void> {
    this.#options.outbox.remove(kind, payload.attemptId);
    if (this.#unstored.get(payload.attemptId)?.kind === kind) this.#unstored.delete(payload.attemptId);
    const place = placeOf(payload);
    if (place !== undefined) await rm(place, { recursive: true, force: true });
  }
}

/** Where a result lies on this machine; undefined for a failure, which has none. */
function placeOf(payload: Result | Failure): string | undefined {
  if ('folder' in payload) return payload.folder;
  return 'path' in payload ? payload.path : undefined;
}

function missing(): PlatformError {
  return new PlatformError('RESULT_MISSING', 'The file of the result is gone.');
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
