import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importConfiguration, startAgent, stopAgent } from '../../demo/agentProcess.ts';

interface AgentStatus {
  pid: number;
  connection: string;
  lastError: { code: string } | null;
  tasks: { progress: number }[];
}

/** The Worker App itself, as a process with a home of its own. */
export class RealAgent implements AsyncDisposable {
  readonly #home: string;
  #process: ChildProcess;

  private constructor(home: string) {
    this.#home = home;
    this.#process = startAgent(home);
  }

  /** Imports a configuration file into a new home, and starts. */
  static async fromFile(file: string, home: string): Promise<RealAgent> {
    await importConfiguration(file, home);
    return new RealAgent(home);
  }

  /** Imports a configuration that was given as text, and starts. */
  static async from(configuration: string, home: string): Promise<RealAgent> {
    mkdirSync(home, { recursive: true });
    const file = join(home, 'worker.pictor.json');
    writeFileSync(file, configuration, { mode: 0o600 });
    return RealAgent.fromFile(file, home);
  }

  /** Starts a second agent on a copy of this one's home: the same credential, another machine. */
  copy(home: string): RealAgent {
    cpSync(this.#home, home, { recursive: true });
    return new RealAgent(home);
  }

  /** Starts it again after its end, at its own home. */
  restart(): RealAgent {
    return new RealAgent(this.#home);
  }

  /** Its process. */
  get pid(): number {
    return this.#process.pid!;
  }

  /** Whether its process lives. */
  get lives(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** What it says about itself to whoever asks on its machine; undefined before its first word. */
  async status(): Promise<AgentStatus | undefined> {
    const file = join(this.#home, 'status.json');
    return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as AgentStatus) : undefined;
  }

  /** All it has said on its terminal. */
  log(): Promise<string> {
    return readFile(join(this.#home, 'agent.log'), 'utf8');
  }

  /** Ends it as a power cut does; resolves when it is gone. */
  async kill(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** Ends it as a service manager does; resolves when it is gone. */
  async stop(): Promise<void> {
    await stopAgent(this.#process);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
