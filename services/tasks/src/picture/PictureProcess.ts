import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PictureReply, PictureRequest, PictureWork, WorkName } from './messages.ts';
import { PictureError } from './PictureError.ts';

/** What the picture process is allowed. */
export interface PictureLimits {
  /** Memory of the whole process, in MiB. */
  readonly memoryMiB: number;
  /** How long one piece of work may take, in milliseconds. */
  readonly deadlineMs: number;
}

const entry = fileURLToPath(new URL('processMain.ts', import.meta.url));
const heapMiB = 256;
const outOfMemoryExit = 77;

interface Pending {
  resolve(output: never): void;
  reject(error: PictureError): void;
  cancelDeadline(): void;
}

/** A process apart that decodes pictures, one piece of work at a time; it is started when needed and after each crash. */
export class PictureProcess {
  readonly #limits: PictureLimits;
  #child: ChildProcess | undefined;
  #pending: Pending | undefined;

  constructor(limits: PictureLimits) {
    this.#limits = limits;
  }

  /** Its process id while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Does one piece of work. Throws PictureError. */
  run<Name extends WorkName>(
    name: Name,
    input: PictureWork[Name]['input'],
  ): Promise<PictureWork[Name]['output']> {
    if (!this.#child?.connected) this.#child = this.#start();
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(tooMuch('time')), this.#limits.deadlineMs);
      this.#pending = { resolve, reject, cancelDeadline: () => clearTimeout(timer) };
      child.send({ name, input } as PictureRequest, (error) => {
        if (error) this.#giveUp(crashed(error.message));
      });
    });
  }

  /** Ends the process; what it was at work on fails. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#giveUp(crashed('it was stopped'));
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  #start(): ChildProcess {
    const child = fork(entry, [String(this.#limits.memoryMiB)], {
      execArgv: [`--max-old-space-size=${heapMiB}`],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (reply: PictureReply) => this.#receive(reply));
    child.once('exit', (code, signal) => this.#ended(child, code, signal));
    child.once('error', (error) => {
      if (this.#child === child) this.#giveUp(crashed(error.message));
    });
    return child;
  }

  #receive(reply: PictureReply): void {
    const pending = this.#settle();
    if (reply.ok) pending?.resolve(reply.output as never);
    else pending?.reject(new PictureError(reply.code, reply.message));
  }

  #ended(child: ChildProcess, code: number | null, signal: string | null): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#settle()?.reject(code === outOfMemoryExit ? tooMuch('memory') : crashed(String(code ?? signal)));
  }

  #giveUp(error: PictureError): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
    this.#settle()?.reject(error);
  }

  #settle(): Pending | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.cancelDeadline();
    return pending;
  }
}

function tooMuch(what: 'time' | 'memory'): PictureError {
  return new PictureError('PICTURE_TOO_LARGE', `The picture takes too much ${what} to decode.`);
}

function crashed(how: string): PictureError {
  return new PictureError('PICTURE_PROCESS_CRASHED', `The picture process ended: ${how}.`);
}
