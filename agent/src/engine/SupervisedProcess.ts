import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { startChild } from '../program/startChild.ts';
import type { Sandbox } from '../sandbox/Sandbox.ts';
import type { EngineProgress } from './Engine.ts';
import { EngineError } from './EngineError.ts';
import { Exchange } from './Exchange.ts';
import { killTree } from './killTree.ts';
import { replySchema, type EngineReply, type EngineRequest, type ProcessOrder } from './messages.ts';
import { providerTitles, type Provider } from './Provider.ts';
import type { CutJob, UpscaleJob, UpscaleResult } from './UpscaleJob.ts';
import { watchTree } from './watchTree.ts';

/** How an engine's process is started and what it is allowed. */
export interface ProcessOptions extends Pick<ProcessOrder, 'priority' | 'threads' | 'modelPath'> {
  readonly provider: Provider;
  readonly sandbox: Sandbox;
  /** Where the folder is made that it shares with the agent. */
  readonly folder: string;
  /** The process is ended when it has not loaded and tried the model within this long, in milliseconds: drivers hang. */
  readonly loadLimitMs: number;
  /** The process is ended when it has work and says nothing for this long, in milliseconds. */
  readonly silenceLimitMs: number;
  /** How long a process that is asked to end has for it before it is killed, in milliseconds. */
  readonly killGraceMs: number;
}

/** Takes how far a task is and, now and then, what there is to see of it as a small JPEG. */
type Told = (progress: EngineProgress, preview: Buffer | null) => void;

interface Pending {
  /** The answer that it waits for. */
  readonly type: EngineReply['type'];
  readonly onProgress: Told;
  readonly resolve: (reply: EngineReply) => void;
  readonly reject: (error: EngineError) => void;
}

const STDERR_KEPT = 2_000;
const MIB = 1024 ** 2;
/** More than any result; shaders and kernels that drivers keep for a while fit in as well. */
const MOST_FILE_BYTES = 256 * MIB;
/** A tile needs half a GiB; drivers of GPUs keep as much again, and more. */
const TREE_LIMITS = { mostMemoryBytes: 4_096 * MIB, mostProcesses: 16, wallLimitMs: 3_600_000 };

/** One process that loads the model once and does tasks; whatever happens to it, each request settles. */
export class SupervisedProcess {
  /** Resolves with the software that it computes with once the model is loaded and, where need be, was tried. */
  readonly ready: Promise<{ name: string }>;
  readonly #options: ProcessOptions;
  readonly #exchange: Exchange;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  /** Why it does no more work; undefined while it does. */
  #ended: EngineError | undefined;
  #stderr = '';
  #pending: Pending | undefined;
  #silence: NodeJS.Timeout | undefined;

  constructor(options: ProcessOptions) {
    this.#options = options;
    this.#exchange = new Exchange(options.folder);
    const { priority, threads, modelPath, provider, sandbox } = options;
    const order: ProcessOrder = { priority, threads, modelPath, provider: provider.name };
    this.#child = startChild('upscaler', [JSON.stringify(order)], {
      sandbox,
      readable: [...provider.readable, ...(modelPath !== null && existsSync(modelPath) ? [modelPath] : [])],
      writable: [this.#exchange.folder],
      gpus: provider.name !== 'cpu',
      environment: provider.environment,
      mostFileBytes: MOST_FILE_BYTES,
      stderr: 'pipe',
      detached: true,
    });
    this.#exited = new Promise((resolve) => {
      const end = (error: EngineError): void => {
        this.#ended ??= error;
        this.#settle()?.reject(error);
        void this.#exchange.remove();
        resolve();
      };
      this.#child.on('error', (cause) => end(unavailable(cause)));
      this.#child.once('close', (code, signal) => end(this.#crashed(code, signal)));
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
    this.#child.on('message', (message) => this.#hear(message));
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
  async run(job: UpscaleJob, onProgress: Told): Promise<UpscaleResult> {
    await this.ready;
    const shared = await this.#exchange.put(job);
    const { width, height } = await this.#ask({ type: 'run', job: shared }, 'done', onProgress);
    await this.#exchange.take(job);
    return { width, height };
  }

  /** Cuts the rows that are kept out of a band that another program has enlarged. Throws EngineError. */
  async cut(job: CutJob): Promise<UpscaleResult> {
    await this.ready;
    const shared = { ...(await this.#exchange.put(job)), size: job.size };
    const { width, height } = await this.#ask({ type: 'cut', job: shared }, 'done');
    await this.#exchange.take(job);
    return { width, height };
  }

  /** Writes the test picture to a path. Throws EngineError. */
  async draw(path: string): Promise<void> {
    await this.ready;
    await this.#ask({ type: 'draw', output: this.#exchange.output }, 'drawn');
    await this.#exchange.take({ output: path });
  }

  /** Says whether what another program has made of the test picture would pass the platform's checks. Throws EngineError. */
  async judge(path: string): Promise<{ passes: boolean; sentence: string }> {
    await this.ready;
    const { input } = await this.#exchange.put({ input: path, output: '', crop: { top: 0, height: 1 } });
    return this.#ask({ type: 'judge', made: input }, 'judged');
  }

  /** Ends the process with all that it started; what it was at work on fails with the error given. */
  async stop(error: EngineError): Promise<void> {
    this.#ended ??= error;
    const pending = this.#settle();
    await killTree(this.#child, this.#exited, this.#options.killGraceMs);
    pending?.reject(this.#explained(error));
  }

  async #ask<T extends EngineReply['type']>(
    request: EngineRequest,
    answer: T,
    onProgress: Pending['onProgress'] = () => undefined,
  ): Promise<Extract<EngineReply, { type: T }>> {
    const answered = this.#await(answer, onProgress);
    const unwatch = watchTree(this.pid ?? NaN, TREE_LIMITS, (error) => void this.stop(error));
    try {
      this.#child.send(request);
      return await answered;
    } finally {
      unwatch();
    }
  }

  #await<T extends EngineReply['type']>(type: T, onProgress: Pending['onProgress']) {
    return new Promise<Extract<EngineReply, { type: T }>>((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#pending = {
        type,
        onProgress,
        resolve: (reply) => resolve(reply as Extract<EngineReply, { type: T }>),
        reject,
      };
      this.#listen();
    });
  }

  #hear(message: unknown): void {
    const { success, data } = replySchema.safeParse(message);
    if (success) this.#receive(data);
    else this.#senseless();
  }

  #receive(reply: EngineReply): void {
    if (!this.#pending) return;
    if (reply.type === 'progress') {
      const { done, total, preview } = reply;
      this.#pending.onProgress({ done, total }, preview ? Buffer.from(preview, 'base64') : null);
      if (this.#pending) this.#listen();
    } else if (reply.type === 'failed') {
      this.#fail(new EngineError(reply.code, reply.message));
    } else if (reply.type === this.#pending.type) {
      this.#settle()?.resolve(reply);
    } else {
      this.#senseless();
    }
  }

  #senseless(): void {
    void this.stop(new EngineError('ENGINE_FAILED', 'The engine answered what it cannot mean.'));
  }

  /** A refused input leaves the process sound; after any other failure nobody knows, so it is replaced. */
  #fail(error: EngineError): void {
    if (error.code === 'INPUT_REFUSED' || error.code === 'OUTPUT_FAILED') this.#settle()?.reject(error);
    else void this.stop(error);
  }

  #listen(): void {
    clearTimeout(this.#silence);
    const { silenceLimitMs, loadLimitMs, provider } = this.#options;
    const isLoading = this.#pending?.type === 'ready';
    const limitMs = isLoading ? loadLimitMs : silenceLimitMs;
    const sentence = isLoading
      ? `${providerTitles[provider.name]} is not used: it did not start within ${limitMs / 1_000} s and was ended.`
      : `The engine showed no progress for ${limitMs / 1_000} s and was ended.`;
    this.#silence = setTimeout(() => void this.stop(new EngineError('ENGINE_HUNG', sentence)), limitMs);
  }

  #settle(): Pending | undefined {
    clearTimeout(this.#silence);
    const pending = this.#pending;
    this.#pending = undefined;
    return pending;
  }

  /** A provider that cannot be loaded says only to its log which library it misses. */
  #explained(error: EngineError): EngineError {
    const missing = /(\S+): cannot open shared object file/.exec(this.#stderr)?.[1];
    if (error.code !== 'ENGINE_UNAVAILABLE' || missing === undefined) return error;
    return new EngineError(error.code, `${error.message} ${missing} was not found.`, { cause: error });
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
