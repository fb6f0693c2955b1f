import type { GpuMonitor } from '../metrics/GpuReading.ts';
import { ok, type Check } from './Check.ts';

/** Looks whether the driver shows the GPUs of this machine. */
export async function checkDriver(gpuMonitor: GpuMonitor): Promise<Check> {
  const name = 'driver';
  const { gpus, problem } = await gpuMonitor();
  if (problem !== null) {
    const remedy =
      'Run nvidia-smi or rocm-smi yourself. Restart the machine if it hangs; else install the driver again.';
    return { name, state: 'BROKEN', finding: `Not every GPU can be read: ${problem}.`, remedy };
  }
  if (gpus.length > 0) {
    const names = gpus.map(({ gpu }) => gpu.name).join(', ');
    return ok(name, `${names}, driver ${gpus[0]?.gpu.driver ?? 'unknown'}.`);
  }
  return {
    name,
    state: 'LIMITED',
    finding: 'No GPU was found: tasks are done on the processor.',
    remedy:
      'If there is one, install its driver, which brings nvidia-smi or rocm-smi, and restart the machine.',
  };
}
