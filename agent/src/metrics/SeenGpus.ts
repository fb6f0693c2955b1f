import { MOST_GPUS, NOTHING_TOLD, type GpuReading, type GpuReport } from './GpuReading.ts';

/**
 * The GPUs that one driver has shown since the start. One that vanishes is lost, and not forgotten, and each keeps its
 * place: a driver that starts anew counts anew, but what was decided for a GPU here went by its place.
 */
export class SeenGpus {
  /** In the order in which they were seen first, which are their places. */
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
    const missing = new Set(this.missing(readings));
    for (const reading of readings) this.#seen.set(reading.gpu.uuid, reading);
    const gpus = [...this.#seen.values()].slice(0, MOST_GPUS).map((each, index): GpuReading => {
      const placed = { ...each, gpu: { ...each.gpu, index } };
      if (!missing.has(each)) return placed;
      return { ...placed, sample: { ...NOTHING_TOLD, state: isLost(each) ? 'LOST' : 'UNREAD' } };
    });
    return { gpus, problem: problem ?? wordsOf(gpus) };
  }
}

function wordsOf(gpus: readonly GpuReading[]): string | null {
  const lost = gpus.filter(({ sample }) => sample.state === 'LOST').map(({ gpu }) => `GPU ${gpu.index}`);
  if (lost.length === 0) return null;
  return `the driver does not find ${lost.join(', ')} any more: it fell off the bus or was taken out`;
}
