import { execFile, type ChildProcess } from 'node:child_process';
import { startOpenChild } from '../program/startOpenChild.ts';
import { readLines } from '../sandbox/readLines.ts';
import { findMarked, killMarked, MARK, markOf } from './markedProcesses.ts';

/** A miner as it is to be started. */
export interface MinerCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** The only GPU that it may see, by its unique id. */
  readonly gpuUuid: string;
  /** A folder of its own, where it is started. */
  readonly folder: string;
  /** The home folder and the slot that it belongs to. */
  readonly home: string;
  readonly slot: number;
}

/** A miner as it runs; what each of these means says `MinerProcess`. */
export type RunningMiner = Pick<MinerProcess, 'exited' | 'lastLine' | 'stop'>;

/** Together less than the 2 s in which a GPU must be free for a task. */
const TERM_GRACE_MS = 1_000;
const KILL_GRACE_MS = 900;
const LOOK_MS = 20;
const LONGEST_LINE = 200;
/** Variables without which programs do not start on Windows. */
const PASSED =
  process.platform === 'win32' ? ['PATH', 'SYSTEMROOT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'] : [];

/** A miner program at work on one GPU, with all that it starts. */
export class MinerProcess {
  /** Resolves with its exit code once it has ended, whatever it left behind. */
  readonly exited: Promise<number | null>;
  /** The last line that it wrote; empty before the first. */
  lastLine = '';
  readonly #command: MinerCommand;
  readonly #child: ChildProcess;
  #hasExited = false;
  #stopping: Promise<boolean> | undefined;

  constructor(command: MinerCommand) {
    this.#command = command;
    this.#child = startOpenChild('miner-keeper', [command.file, ...command.args], {
      cwd: command.folder,
      env: environmentOf(command),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    this.exited = new Promise((resolve) => {
      const end = (code: number | null): void => {
        this.#hasExited = true;
        resolve(code);
      };
      this.#child.once('error', (error) => {
        this.lastLine = error.message;
        if (this.#child.pid === undefined) end(null);
      });
      this.#child.once('exit', end);
    });
    const keep = (line: string): void => {
      // eslint-disable-next-line no-control-regex -- colours and the like are not for our pages
      const plain = line.replaceAll(/\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u001f\u007f]/g, '').trim();
      if (plain !== '') this.lastLine = plain.slice(0, LONGEST_LINE);
    };
    readLines(this.#child.stdout, keep);
    readLines(this.#child.stderr, keep);
  }

  /** Whether it and all that it started are gone. */
  get gone(): boolean {
    return this.#hasExited && findMarked(this.#command.home, this.#command.slot).length === 0;
  }

  /**
   * Ends it with all that it started, within 2 s: asks first, kills after that. Resolves with whether it is gone, which
   * it is not where the system itself cannot end it.
   */
  stop(): Promise<boolean> {
    this.#stopping ??= this.#end().finally(() => (this.#stopping = undefined));
    return this.#stopping;
  }

  async #end(): Promise<boolean> {
    if (this.gone) return true;
    this.#signal('SIGTERM');
    if (await this.#goesWithin(TERM_GRACE_MS)) return true;
    this.#signal('SIGKILL');
    return this.#goesWithin(KILL_GRACE_MS, () => killMarked(this.#command.home, this.#command.slot));
  }

  #signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    if (process.platform === 'win32') {
      execFile('taskkill', ['/pid', String(pid), '/T', '/F'], () => undefined);
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch {
      // The group has ended on its own.
    }
  }

  async #goesWithin(limitMs: number, meanwhile: () => void = () => undefined): Promise<boolean> {
    const end = performance.now() + limitMs;
    for (;;) {
      meanwhile();
      if (this.gone) return true;
      if (performance.now() >= end) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}

/** All that a miner finds of the agent's environment: where programs are, the GPU, and its mark. */
function environmentOf({ gpuUuid, folder, home, slot }: MinerCommand): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    ...Object.fromEntries(PASSED.map((name) => [name, process.env[name]])),
    HOME: folder,
    TMPDIR: folder,
    CUDA_DEVICE_ORDER: 'PCI_BUS_ID',
    CUDA_VISIBLE_DEVICES: gpuUuid,
    [MARK]: markOf(home, slot),
  };
}
