import { MOST_GPUS, NOTHING_TOLD, type GpuReading, type GpuReport } from './GpuReading.ts';

/** The GPUs that one driver has shown since the start: one that vanishes is lost, and not forgotten. */
export class SeenGpus {
  readonly #seen = new Map<string, GpuReading>();

  /** Whether there was any. */
  get any(): boolean {
    return this.#seen.size > 0;
  }

  /** Those that are not among these readings. */
  missing(readings: readonly GpuReading[]): GpuReading[] {
    const read = new Set(readings.map(({ gpu }) => gpu.uuid));
    return [...this.#seen.values()].filter(({ gpu }) => !read.has(gpu.uuid));
  }

  /** All of them, as they were read or, where they were not, lost or merely unread. */
  report(
    readings: readonly GpuReading[],
    isLost: (missing: GpuReading) => boolean,
    problem: string | null,
  ): GpuReport {
    const missing = this.missing(readings);
    for (const reading of readings) this.#seen.set(reading.gpu.uuid, reading);
    const taken = new Set(readings.map(({ gpu }) => gpu.index));
    const unread = missing.map((each): GpuReading => {
      // A driver that starts anew counts anew: then another GPU may have its index.
      let { index } = each.gpu;
      while (taken.has(index)) index++;
      taken.add(index);
      const state = isLost(each) ? 'LOST' : 'UNREAD';
      return { ...each, gpu: { ...each.gpu, index }, sample: { ...NOTHING_TOLD, state } };
    });
    const gpus = [...readings, ...unread].sort((a, b) => a.gpu.index - b.gpu.index).slice(0, MOST_GPUS);
    return { gpus, problem: problem ?? wordsOf(gpus) };
  }
}

function wordsOf(gpus: readonly GpuReading[]): string | null {
  const lost = gpus.filter(({ sample }) => sample.state === 'LOST').map(({ gpu }) => `GPU ${gpu.index}`);
  if (lost.length === 0) return null;
  return `the driver does not find ${lost.join(', ')} any more: it fell off the bus or was taken out`;
}
