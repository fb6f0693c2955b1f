import { readFile } from 'node:fs/promises';
import type { GpuMonitor } from '../metrics/GpuReading.ts';
import { isNvidia } from '../metrics/isNvidia.ts';
import { builtOn } from './builtOn.ts';
import { ok, unknown, type Check } from './Check.ts';
import { driverBranches, OLD_MS } from './supportEnds.ts';

const name = 'driver-age';

/** Where NVIDIA's driver for Linux tells when it was built. */
const readVersion = (): Promise<string> => readFile('/proc/driver/nvidia/version', 'utf8');

/**
 * Looks whether the GPUs' driver is less than two years old: by the day on which it was built where it tells, else by
 * when its branch came. Nothing where there is no GPU.
 */
export async function checkDriverAge(
  gpuMonitor: GpuMonitor,
  now: number,
  read: () => Promise<string> = readVersion,
): Promise<Check[]> {
  const { gpus } = await gpuMonitor();
  if (gpus.length === 0) return [];
  const driver = gpus.find(({ gpu }) => isNvidia(gpu.uuid))?.gpu.driver;
  const branch = Number.parseInt(driver ?? '', 10);
  if (Number.isNaN(branch)) return [unknown(name, 'This driver does not tell how old it is.')];
  const isYoung = (day: string): boolean => now - Date.parse(day) < OLD_MS;
  const built = builtOn(await read().catch(() => ''));
  if (built !== undefined) return [verdict(`Driver ${driver} was built on ${built}.`, isYoung(built))];
  const index = driverBranches.findLastIndex((each) => each.branch <= branch);
  const [own, next] = driverBranches.slice(index);
  if (own && isYoung(own.from))
    return [verdict(`Driver ${driver} is of a branch that came on ${own.from} or later.`, true)];
  if (next && !isYoung(next.from))
    return [verdict(`Driver ${driver} is of a branch that came before ${next.from}.`, false)];
  return [unknown(name, `How old driver ${driver} is cannot be told.`)];
}

function verdict(finding: string, isYoung: boolean): Check {
  if (isYoung) return ok(name, finding);
  const remedy =
    'Install the driver’s current version: old ones have faults by which others can get into a machine.';
  return { name, state: 'LIMITED', finding: `${finding} That is more than two years ago.`, remedy };
}
