import { systemClock } from '../clock.ts';
import { createCommand } from './createCommand.ts';
import { createGpuMonitor } from './createGpuMonitor.ts';
import type { GpuMonitor } from './GpuReading.ts';
import type { KernelLog } from './KernelLog.ts';

/** Makes the monitor of this machine's GPUs; their drivers' programs may each take `limitMs`. */
export function gpuMonitorHere(limitMs: number, kernelLog?: KernelLog): GpuMonitor {
  return createGpuMonitor({
    nvidiaSmi: createCommand('nvidia-smi', limitMs),
    rocmSmi: createCommand('rocm-smi', limitMs),
    ...(kernelLog && { kernelLog }),
    clock: systemClock,
  });
}
