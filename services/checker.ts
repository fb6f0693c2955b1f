import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log } from '@pictor/kit';

const program = resolve(import.meta.dirname, '../agent/src/main.js');
const minPauseMs = 1_000;
const maxPauseMs = 60_000;
const stopGraceMs = 8_000;

interface CheckerOptions {
  /** Its home; emptied at each start, because its credential is made anew. */
  home: string;
  /** Makes a configuration for it to import; the earlier credential is void. */
  configuration(): Promise<string>;
  log: Log;
}

/** Runs the platform's own agent, which re-runs results, and starts it again when it ends. */
export class CheckerProcess {
  readonly #options: CheckerOptions;
  #child: ChildProcess | undefined;
  #pause: { end(): void } | undefined;
  #stopped = false;
  #running: Promise<void> | undefined;

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#supervise();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#pause?.end();
    this.#child?.kill('SIGTERM');
    const killing = setTimeout(() => this.#child?.kill('SIGKILL'), stopGraceMs);
    await this.#running;
    clearTimeout(killing);
  }

  async #supervise(): Promise<void> {
    const { log } = this.#options;
    for (let pauseMs = minPauseMs; !this.#stopped; pauseMs = Math.min(maxPauseMs, pauseMs * 2)) {
      const startedAt = performance.now();
      try {
        await this.#runOnce();
      } catch (error) {
        log.error({ err: error }, 'the checker could not be started');
      }
      if (this.#stopped) return;
      if (performance.now() - startedAt > maxPauseMs) pauseMs = minPauseMs;
      log.warn({ pauseMs }, 'the checker ended; it is started again');
      await this.#wait(pauseMs);
    }
  }

  async #runOnce(): Promise<void> {
    const { home, configuration } = this.#options;
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const file = join(home, 'checker.pictor.json');
    writeFileSync(file, await configuration(), { mode: 0o600 });
    if ((await this.#agent('import', file, '--home', home)) !== 0)
      throw new Error('the checker could not enrol');
    if (!this.#stopped) await this.#agent('start', '--home', home, '--checker');
  }

  async #agent(...args: string[]): Promise<number | null> {
    // By the channel it learns when this process was killed, and ends too.
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child = child;
    child.stderr!.on('data', (chunk: Buffer) =>
      this.#options.log.warn({ text: String(chunk).slice(0, 2_000) }, 'checker'),
    );
    const [code] = (await once(child, 'exit')) as [number | null];
    this.#child = undefined;
    return code;
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#pause = {
        end: () => {
          clearTimeout(timer);
          resolve();
        },
      };
    });
  }
}
