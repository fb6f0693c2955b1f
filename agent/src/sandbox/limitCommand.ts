import { existsSync } from 'node:fs';
import type { Confinement } from './Sandbox.ts';

const PRLIMIT = '/usr/bin/prlimit';
/** Kernels before 5.14 count all threads of the user here: it only has to stop a fork bomb. */
const MOST_THREADS = 4_096;
const MOST_OPEN_FILES = 4_096;

/** A command under limits that the kernel keeps for each process; as it is where there is no prlimit. */
export function limitCommand({ command, mostFileBytes, mostAddressBytes }: Confinement): readonly string[] {
  if (!existsSync(PRLIMIT)) return command;
  const limits = [
    '--core=0',
    `--nofile=${MOST_OPEN_FILES}`,
    `--nproc=${MOST_THREADS}`,
    `--fsize=${mostFileBytes}`,
    ...(mostAddressBytes === null ? [] : [`--as=${mostAddressBytes}`]),
  ];
  return [PRLIMIT, ...limits, '--', ...command];
}
