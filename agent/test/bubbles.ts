import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../src/sandbox/findProgram.ts';
import { probeSandbox } from '../src/sandbox/probeSandbox.ts';

/** Whether bubblewrap works here, by which a test finds a machine that it could not have otherwise. */
export const hasBubbles = (await probeSandbox()).available;

/** Runs a script of the shell that finds a disk of 2 MB at a folder, and resolves with what it said. */
export const onSmallDisk = (folder: string, script: string): Promise<string> =>
  inBubble(['--size', '2000000', '--tmpfs', folder], script);

/** Runs a script of the shell as an account without the rights of root, and resolves with what it said. */
export const asOrdinaryUser = (script: string): Promise<string> =>
  inBubble(['--unshare-user', '--uid', '1000', '--cap-drop', 'ALL'], script);

async function inBubble(args: readonly string[], script: string): Promise<string> {
  const all = ['--dev-bind', '/', '/', ...args, 'sh', '-c', script];
  const { stdout } = await promisify(execFile)(findProgram('bwrap')!, all);
  return stdout;
}
