import { readFile } from 'node:fs/promises';
import { CommandError, type Command } from './createCommand.ts';
import type { GpuMonitor, GpuReading } from './GpuReading.ts';
import { parseRocm } from './parseRocm.ts';
import { plausible } from './plausible.ts';
import { PCI_DEVICES, readPciDevice } from './readPciDevice.ts';
import { SeenGpus } from './SeenGpus.ts';

const ARGS = [
  ...['--showproductname', '--showuniqueid', '--showbus', '--showdriverversion', '--showuse'],
  ...['--showmeminfo', 'vram', '--showtemp', '--showpower', '--showmaxpower', '--showfan', '--showclocks'],
  '--json',
];
const VERSION_FILE = '/opt/rocm/.info/version';

/** Makes a monitor that asks rocm-smi, which a machine without AMD GPUs has not. */
export function createRocmMonitor(
  rocmSmi: Command,
  versionFile = VERSION_FILE,
  devices = PCI_DEVICES,
): GpuMonitor {
  const seen = new SeenGpus();
  let compute: string | null | undefined;
  return async () => {
    try {
      const text = await rocmSmi(ARGS);
      compute ??= await rocmVersion(versionFile);
      const readings = parseRocm(text, compute);
      if (readings) {
        const whole = await Promise.all(readings.map((reading) => completed(reading, devices)));
        return seen.report(whole, () => true, null);
      }
      return seen.report([], () => false, seen.any ? 'rocm-smi told nothing of the GPUs' : null);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (!seen.any) return { gpus: [], problem: error.failure === 'ABSENT' ? null : error.message };
      return seen.report([], () => false, error.message);
    }
  };
}

async function completed(reading: GpuReading, devices: string): Promise<GpuReading> {
  const told = await readPciDevice(reading.bus, devices);
  return { ...reading, sample: plausible({ ...reading.sample, ...told }) };
}

async function rocmVersion(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [version] = /^\d+(?:\.\d+)*/.exec(text.trim()) ?? [];
  return version ? `ROCm ${version}` : null;
}
