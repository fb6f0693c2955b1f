import type { Clock } from '../clock.ts';
import { backOff } from './backOff.ts';
import { busAddress } from './busAddress.ts';
import type { Command } from './createCommand.ts';
import { createNvidiaMonitor } from './createNvidiaMonitor.ts';
import { createRocmMonitor } from './createRocmMonitor.ts';
import { MOST_GPUS, type GpuMonitor, type GpuReading, type GpuReport } from './GpuReading.ts';
import type { KernelLog } from './KernelLog.ts';

export interface GpuMonitorOptions {
  readonly nvidiaSmi: Command;
  readonly rocmSmi: Command;
  /** Tells the errors of NVIDIA's GPUs; without it none are told. */
  readonly kernelLog?: Pick<KernelLog, 'xidsOf'>;
  readonly clock: Clock;
}

/** Makes a monitor of all GPUs of this machine, NVIDIA's first, that asks once for all who ask at the same time. */
export function createGpuMonitor({ nvidiaSmi, rocmSmi, kernelLog, clock }: GpuMonitorOptions): GpuMonitor {
  const nvidia = createNvidiaMonitor(backOff(nvidiaSmi, clock));
  const amd = createRocmMonitor(backOff(rocmSmi, clock));
  let asking: Promise<GpuReport> | undefined;

  const withXids = (reading: GpuReading): GpuReading => {
    const place = reading.bus === null ? null : busAddress(reading.bus);
    const xids = place === null ? null : (kernelLog?.xidsOf(place) ?? null);
    return { ...reading, sample: { ...reading.sample, xids } };
  };

  async function ask(): Promise<GpuReport> {
    const [first, second] = await Promise.all([nvidia(), amd()]);
    const next = 1 + Math.max(-1, ...first.gpus.map(({ gpu }) => gpu.index));
    const moved = second.gpus.map((each) => ({
      ...each,
      gpu: { ...each.gpu, index: each.gpu.index + next },
    }));
    const problems = [first.problem, second.problem].filter((problem) => problem !== null);
    return {
      gpus: [...first.gpus.map(withXids), ...moved].slice(0, MOST_GPUS),
      problem: problems.length > 0 ? problems.join('; ') : null,
    };
  }

  return () => (asking ??= ask().finally(() => (asking = undefined)));
}
