import { userInfo } from 'node:os';
import type { Gpu } from '../metrics/GpuReading.ts';
import { CommandError, type Command } from '../metrics/createCommand.ts';
import { isNvidia } from '../metrics/isNvidia.ts';
import { ok, type Check } from './Check.ts';

const name = 'kernel-log';

/** Looks whether the errors (XIDs) that NVIDIA's driver logs can be read. Nothing where there is no GPU of NVIDIA's. */
export async function checkKernelLog(gpus: readonly Gpu[], journalctl: Command): Promise<Check[]> {
  if (!gpus.some(({ uuid }) => isNvidia(uuid))) return [];
  try {
    // As where it is followed, a line that is shown proves that it may be read.
    const shown = await journalctl(['-k', '-n', '1', '-o', 'json', '--output-fields=MESSAGE']);
    if (shown.includes('{')) return [ok(name, 'Errors (XIDs) that the GPUs’ driver logs are read.')];
    return [limited('this account may not read the kernel’s log')];
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [limited(error.message)];
  }
}

function limited(why: string): Check {
  const { username } = userInfo();
  return {
    name,
    state: 'LIMITED',
    finding: `Errors (XIDs) that the GPUs’ driver logs are not read: ${why}.`,
    remedy: `Where systemd keeps the log: sudo usermod -aG systemd-journal ${username}, then start the agent anew, by signing in again. A service of the machine: install it again.`,
  };
}
