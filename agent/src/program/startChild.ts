import { spawn, type ChildProcess } from 'node:child_process';
import type { Confinement, Sandbox } from '../sandbox/Sandbox.ts';
import { CHILD_MARK, type ChildName } from './children.ts';
import { MAIN } from './location.ts';
import { programFiles } from './programFiles.ts';

/** Where a process of the agent's own runs, and what it may use. */
export interface ChildOptions extends Pick<Confinement, 'readable' | 'writable' | 'gpus' | 'environment'> {
  readonly sandbox: Sandbox;
  /** The largest file that it may write, in bytes. */
  readonly mostFileBytes: number;
  readonly stderr: 'pipe' | 'ignore' | 'inherit';
  /** Whether it leads a group of its own, so that it ends with all it started and no Ctrl-C reaches it before us. */
  readonly detached: boolean;
}

/** The descriptor of the channel for messages. */
const CHANNEL = 3;

/**
 * Starts one of `children` as a process of its own, confined, with a channel for messages. It is this same program with
 * another beginning, so that it works from the sources, from the npm package and as a single executable alike.
 */
export function startChild(name: ChildName, args: readonly string[], options: ChildOptions): ChildProcess {
  const { sandbox, stderr, detached, readable, environment, ...rest } = options;
  const {
    file,
    args: all,
    env,
  } = sandbox.confine({
    command: [process.execPath, MAIN, CHILD_MARK, name, ...args],
    readable: [...programFiles(), ...readable],
    tmp: null,
    // The runtime reserves address space by the terabyte, as drivers do.
    mostAddressBytes: null,
    // A sandbox hands on the descriptor, but not what says which it is.
    environment: { ...environment, NODE_CHANNEL_FD: String(CHANNEL) },
    ...rest,
  });
  return spawn(file, all, {
    env,
    detached: detached && process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'ignore', stderr, 'ipc'],
  });
}
