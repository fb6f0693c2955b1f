import { spawn, type ChildProcess } from 'node:child_process';
import { EngineError } from '../engine/EngineError.ts';
import { killTree } from '../engine/killTree.ts';
import { findProgram } from './findProgram.ts';
import { measureFolder } from './measureFolder.ts';
import { measureTree } from './measureTree.ts';
import { readLines } from './readLines.ts';
import type { ConfinedCommand } from './Sandbox.ts';

/** What a command is given and allowed. */
export interface Supervision {
  /** Written to its standard input, which is then closed. */
  readonly input: string;
  /** Niceness: 0 is normal, 19 the lowest priority. */
  readonly priority: number;
  /** Takes each line of its standard output, and says whether that is a sign of life. */
  readonly onLine: (line: string) => boolean;
  /** Takes each line of its standard error, and says whether that is a sign of life; left out, none is. */
  readonly onErrorLine?: (line: string) => boolean;
  /** How long it may give no sign of life, as things stand, in milliseconds; left out where its caller watches that. */
  readonly silenceLimitMs?: () => number;
  /** How long it may take in all, in milliseconds; left out where its caller watches that. */
  readonly wallLimitMs?: number;
  /** How long it has to end after being asked to, in milliseconds. */
  readonly killGraceMs: number;
  readonly mostMemoryBytes: number;
  readonly mostProcesses: number;
  /** A folder that it writes to, and the disk that this may take. */
  readonly folder?: { readonly path: string; readonly mostBytes: number };
  readonly signal: AbortSignal;
}

/** How a command ended on its own. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines that it wrote to either output. */
  readonly lastLines: readonly string[];
}

const WATCH_INTERVAL_MS = 1_000;
const LINES_KEPT = 40;

/**
 * Runs a command until it ends, and ends it with all it started when it takes more than it may. Resolves with how it
 * ended on its own; throws EngineError when it was ended or could not be started.
 */
export async function runSupervised(command: ConfinedCommand, supervision: Supervision): Promise<Ending> {
  if (supervision.signal.aborted) throw cancelled();
  const child = start(command, supervision.priority);
  const lastLines: string[] = [];
  const keep = (line: string): void => {
    if (line.trim() !== '' && lastLines.push(line) > LINES_KEPT) lastLines.shift();
  };
  let aliveAt = performance.now();
  const startedAt = aliveAt;
  let failure: EngineError | undefined;
  let unstartable: Error | undefined;
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      unstartable = error;
      if (child.pid === undefined) resolve();
    });
    child.once('close', () => resolve());
  });
  const end = (error: EngineError): void => {
    if (failure) return;
    failure = error;
    void killTree(child, exited, supervision.killGraceMs);
  };
  readLines(child.stdout, (line) => {
    if (supervision.onLine(line)) aliveAt = performance.now();
    keep(line);
  });
  readLines(child.stderr, (line) => {
    if (supervision.onErrorLine?.(line)) aliveAt = performance.now();
    keep(line);
  });
  // A program that ends before it has read everything is no failure of ours.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(supervision.input);
  const cancel = (): void => end(cancelled());
  supervision.signal.addEventListener('abort', cancel, { once: true });
  let watching = false;
  const watch = setInterval(() => {
    if (watching) return;
    watching = true;
    const now = performance.now();
    void excessOf(child, supervision, now - aliveAt, now - startedAt)
      .then((error) => error && end(error))
      .finally(() => (watching = false));
  }, WATCH_INTERVAL_MS);
  try {
    await exited;
  } finally {
    clearInterval(watch);
    supervision.signal.removeEventListener('abort', cancel);
  }
  if (failure) throw failure;
  if (child.pid === undefined) {
    throw new EngineError(
      'ENGINE_UNAVAILABLE',
      `${command.file} cannot be started: ${unstartable?.message}.`,
    );
  }
  return { code: child.exitCode, signal: child.signalCode, lastLines };
}

function start({ file, args, env }: ConfinedCommand, priority: number): ChildProcess {
  // Only a priority that is there from the first moment is inherited by all that the command starts.
  const nice = priority > 0 ? findProgram('nice') : undefined;
  const [program, ...rest] =
    nice === undefined ? [file, ...args] : [nice, '-n', String(priority), file, ...args];
  return spawn(program, rest, {
    env,
    stdio: 'pipe',
    windowsHide: true,
    detached: process.platform !== 'win32',
  });
}

async function excessOf(
  { pid }: ChildProcess,
  {
    silenceLimitMs = () => Infinity,
    wallLimitMs = Infinity,
    mostMemoryBytes,
    mostProcesses,
    folder,
  }: Supervision,
  silentMs: number,
  runMs: number,
): Promise<EngineError | undefined> {
  if (silentMs > silenceLimitMs()) {
    const seconds = Math.round(silenceLimitMs() / 1_000);
    return new EngineError('ENGINE_HUNG', `The engine showed no progress for ${seconds} s and was ended.`);
  }
  if (runMs > wallLimitMs) return exceeded(`it took longer than ${Math.round(wallLimitMs / 1_000)} s`);
  const tree = pid === undefined ? undefined : measureTree(pid);
  // Processes that share memory are each counted with all of it, so their number is looked at first.
  if (tree && tree.processes > mostProcesses)
    return exceeded(`it started more than ${mostProcesses} processes`);
  if (tree && tree.memoryBytes > mostMemoryBytes) {
    return exceeded(`it took more than ${gib(mostMemoryBytes)} GiB of memory`);
  }
  if (folder && (await measureFolder(folder.path)) > folder.mostBytes) {
    return exceeded(
      `it wrote more than ${gib(folder.mostBytes)} GiB to the disk, or where it cannot be measured`,
    );
  }
  return undefined;
}

function gib(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}

function exceeded(why: string): EngineError {
  return new EngineError('ENGINE_EXCEEDED', `The engine was ended: ${why}.`);
}

function cancelled(): EngineError {
  return new EngineError('CANCELLED', 'The task was cancelled.');
}
