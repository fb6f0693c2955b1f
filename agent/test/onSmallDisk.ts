import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../src/sandbox/findProgram.ts';
import { probeSandbox } from '../src/sandbox/probeSandbox.ts';

/** Whether a small disk can be made here. */
export const hasSmallDisks = (await probeSandbox()).available;

/** Runs a script of the shell that finds a disk of 2 MB at a folder, and resolves with what it said. */
export async function onSmallDisk(folder: string, script: string): Promise<string> {
  const disk = ['--dev-bind', '/', '/', '--size', '2000000', '--tmpfs', folder];
  const { stdout } = await promisify(execFile)(findProgram('bwrap')!, [...disk, 'sh', '-c', script]);
  return stdout;
}
