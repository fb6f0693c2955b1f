import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { CHILD_MARK, type ChildName } from './children.ts';
import { MAIN } from './location.ts';

/**
 * Starts one of `children` as a process of its own as `startChild` does, but with nothing that keeps it from the machine:
 * for one that runs a program of the owner's, or needs the network.
 */
export function startOpenChild(name: ChildName, args: readonly string[], options: ForkOptions): ChildProcess {
  return fork(MAIN, [CHILD_MARK, name, ...args], { ...options, execArgv: [] });
}
