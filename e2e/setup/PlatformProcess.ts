import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const program = resolve(import.meta.dirname, '../../services/main.ts');

/** The platform as `npm start` runs it, in a process that can be killed and started again on the same port and data. */
export class PlatformProcess implements AsyncDisposable {
  readonly #env: Record<string, string>;
  #process: ChildProcess | undefined;
  #port = '0';
  #said: string[] = [];
  /** How browsers and agents reach it. */
  url = '';

  constructor(dataDir: string, env: Record<string, string> = {}) {
    this.#env = { ...env, DATA_DIR: dataDir };
  }

  /** Starts it; resolves when it is ready. Rejects with what it said when it ends before. */
  async start(): Promise<void> {
    const env = { ...process.env, ...this.#env, PORT: this.#port };
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    this.#said = [];
    const ready = new Promise<string>((seen) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', (line) => {
          this.#said.push(line);
          const address = /"url":"([^"]+)".*"ready: /.exec(line)?.[1];
          if (address) seen(address);
        });
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The platform ended with ${code} before it was ready:\n${this.#said.join('\n')}`);
    });
    ended.catch(() => {});
    this.url = await Promise.race([ready, ended]);
    this.#port = new URL(this.url).port;
  }

  /** Its process. */
  get pid(): number {
    return this.#process!.pid!;
  }

  /** Whether the process lives. */
  get lives(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }

  /** Ends it as a power cut does; resolves when it is gone. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Asks it to end; resolves when it has. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!this.lives) return;
    const gone = once(this.#process!, 'exit');
    this.#process!.kill(signal);
    await gone;
  }
}
