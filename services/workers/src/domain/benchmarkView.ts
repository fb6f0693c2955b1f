import { reference, scoreOfSlot, scoreOfSpeed } from '@pictor/schema/reference';
import type { Benchmark, BenchmarkResult, SlotBenchmark } from '../model/benchmark.ts';
import type { WorkerRecord } from './workerRecord.ts';

const units = { UPSCALE: 'OUTPUT_MEGAPIXELS', RENDER: 'MEGASAMPLES' } as const;

/** What a worker scores: its slots' scores, added up, to a tenth. */
export function scoreOfBenchmark({ slots }: Pick<Benchmark, 'slots'>): number {
  return tenth(slots.reduce((sum, slot) => sum + slotScore(slot), 0));
}

/** What was measured of a worker, with what follows from it; null when nothing was. */
export function benchmarkView({ benchmark }: WorkerRecord) {
  if (!benchmark) return null;
  return {
    ...benchmark,
    score: scoreOfBenchmark(benchmark),
    assumed: reference.assumed,
    slots: benchmark.slots.map((slot) => ({
      ...slot,
      score: tenth(slotScore(slot)),
      results: slot.results.map((result) => ({
        ...result,
        unit: units[result.kind],
        score: tenth(resultScore(result)),
      })),
    })),
  };
}

function slotScore({ results }: SlotBenchmark): number {
  return scoreOfSlot(results.map(resultScore));
}

function resultScore({ kind, perSecond }: BenchmarkResult): number {
  return scoreOfSpeed(kind, perSecond);
}

function tenth(score: number): number {
  return Math.round(score * 10) / 10;
}
