import type { ChildProcess } from 'node:child_process';
import { startChild } from '../program/startChild.ts';
import type { EngineProgress } from './Engine.ts';
import type { UpscaleJob, UpscaleResult } from './UpscaleJob.ts';
import { EngineError } from './EngineError.ts';
import { killTree } from './killTree.ts';
import type { EngineReply, EngineRequest } from './messages.ts';

/** How an engine's process is started and what it is allowed. */
export interface ProcessOptions {
  /** Niceness of the process: 0 is normal, 19 the lowest priority. */
  readonly priority: number;
  /** How many threads it computes with. */
  readonly threads: number;
  /** The process is ended when it has work and says nothing for this long, in milliseconds. */
  readonly silenceLimitMs: number;
  /** How long a process that is asked to end has for it before it is killed, in milliseconds. */
  readonly killGraceMs: number;
}

interface Pending {
  readonly onProgress: (progress: EngineProgress) => void;
  readonly resolve: (reply: EngineReply) => void;
  readonly reject: (error: EngineError) => void;
}

const STDERR_KEPT = 2_000;

/** One process that loads the model once and does tasks; whatever happens to it, each request settles. */
export class SupervisedProcess {
  /** Resolves with the software and threads it computes with once the model is loaded. */
  readonly ready: Promise<{ name: string; threads: number }>;
  readonly #options: ProcessOptions;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  /** Why it does no more work; undefined while it does. */
  #ended: EngineError | undefined;
  #stderr = '';
  #pending: Pending | undefined;
  #silence: NodeJS.Timeout | undefined;

  constructor(options: ProcessOptions) {
    this.#options = options;
    this.#child = startChild('upscaler', [String(options.priority), String(options.threads)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // A group of its own, so that it ends with everything it started and no Ctrl-C reaches it before us.
      detached: process.platform !== 'win32',
    });
    this.#exited = new Promise((resolve) => {
      const end = (error: EngineError): void => {
        this.#ended ??= error;
        this.#settle()?.reject(error);
        resolve();
      };
      this.#child.on('error', (cause) => end(unavailable(cause)));
      this.#child.once('close', (code, signal) => end(this.#crashed(code, signal)));
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
    this.#child.on('message', (reply: EngineReply) => this.#receive(reply));
    this.ready = this.#await('ready', () => undefined);
    this.ready.catch(() => undefined);
  }

  /** Whether it can be given work. */
  get alive(): boolean {
    return this.#ended === undefined;
  }

  /** The process id, or undefined where the process could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Does one task; only one at a time. Throws EngineError. */
  async run(job: UpscaleJob, onProgress: (progress: EngineProgress) => void): Promise<UpscaleResult> {
    await this.ready;
    const done = this.#await('done', onProgress);
    this.#child.send({ type: 'run', job } satisfies EngineRequest);
    const { width, height } = await done;
    return { width, height };
  }

  /** Ends the process with all that it started; what it was at work on fails with the error given. */
  async stop(error: EngineError): Promise<void> {
    this.#ended ??= error;
    const pending = this.#settle();
    await killTree(this.#child, this.#exited, this.#options.killGraceMs);
    pending?.reject(error);
  }

  #await<T extends EngineReply['type']>(type: T, onProgress: Pending['onProgress']) {
    return new Promise<Extract<EngineReply, { type: T }>>((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#pending = {
        onProgress,
        resolve: (reply) => resolve(reply as Extract<EngineReply, { type: T }>),
        reject,
      };
      this.#listen();
    });
  }

  #receive(reply: EngineReply): void {
    if (!this.#pending) return;
    if (reply.type === 'progress') {
      this.#pending.onProgress({ done: reply.done, total: reply.total });
      if (this.#pending) this.#listen();
    } else if (reply.type === 'failed') {
      this.#fail(new EngineError(reply.code, reply.message));
    } else {
      this.#settle()?.resolve(reply);
    }
  }

  /** A refused input leaves the process sound; after any other failure nobody knows, so it is replaced. */
  #fail(error: EngineError): void {
    if (error.code === 'INPUT_REFUSED' || error.code === 'OUTPUT_FAILED') this.#settle()?.reject(error);
    else void this.stop(error);
  }

  #listen(): void {
    clearTimeout(this.#silence);
    const { silenceLimitMs } = this.#options;
    const sentence = `The engine showed no progress for ${silenceLimitMs / 1_000} s and was ended.`;
    this.#silence = setTimeout(
      () => void this.stop(new EngineError('ENGINE_HUNG', sentence)),
      silenceLimitMs,
    );
  }

  #settle(): Pending | undefined {
    clearTimeout(this.#silence);
    const pending = this.#pending;
    this.#pending = undefined;
    return pending;
  }

  #crashed(code: number | null, signal: string | null): EngineError {
    const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
    const last = this.#stderr.trim();
    return new EngineError('ENGINE_CRASHED', `The engine's process ended with ${how}${last && `: ${last}`}.`);
  }
}

function unavailable(cause: Error): EngineError {
  return new EngineError('ENGINE_UNAVAILABLE', `The engine cannot be started: ${cause.message}.`, { cause });
}
