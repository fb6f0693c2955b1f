import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { CHILD_MARK, type ChildName } from './children.ts';
import { MAIN } from './location.ts';

/**
 * Starts one of `children` as a process of its own, with a channel for messages. It is this same program with another
 * beginning, so that it works from the sources, from the npm package and as a single executable alike.
 */
export function startChild(
  name: ChildName,
  args: readonly string[],
  options: Pick<ForkOptions, 'stdio' | 'detached'>,
): ChildProcess {
  return fork(MAIN, [CHILD_MARK, name, ...args], { execArgv: [], ...options });
}
