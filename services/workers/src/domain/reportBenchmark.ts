import { DomainError, parseInput } from '@pictor/kit';
import { reference, scoreOfSpeed, type MeasuredKind } from '@pictor/schema/reference';
import { z } from 'zod';
import type { Benchmark } from '../model/benchmark.ts';
import { scoreOfBenchmark } from './benchmarkView.ts';
import { changeStanding } from './changeStanding.ts';
import { measuredTime } from './measuredTime.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import { plainText } from './plainText.ts';
import { publishChange } from './publishChange.ts';
import { requireAgent } from './requireAgent.ts';
import { slotsOf, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

const maxSlots = 64;
/** No machine is that much faster than the reference GPU: who says so errs or lies. */
const mostScore = 1_000 * 1_000;

const kinds = Object.keys(reference.perSecond) as MeasuredKind[];
const once = <T>(keyOf: (each: T) => unknown) =>
  [(all: T[]) => new Set(all.map(keyOf)).size === all.length, 'must each be there once'] as const;

const resultInput = z
  .object({
    kind: z.enum(kinds),
    perSecond: z.number().positive('must be above 0'),
    engine: plainText(100).min(1, 'must not be empty'),
    model: plainText(100).nullish().default(null),
    device: z.enum(['CPU', 'GPU']),
  })
  .refine(({ kind, perSecond }) => scoreOfSpeed(kind, perSecond) <= mostScore, {
    path: ['perSecond'],
    message: 'is more than any machine does',
  });

const slotInput = z.object({
  slot: z
    .number()
    .int()
    .min(0)
    .max(maxSlots - 1),
  driver: plainText(100).nullish().default(null),
  results: z
    .array(resultInput)
    .min(1, 'must have at least 1')
    .max(kinds.length)
    .refine(...once<{ kind: string }>(({ kind }) => kind)),
});

const benchmarkInput = (world: World) =>
  z.object({
    takenAt: measuredTime(world.clock),
    agentVersion: plainText(50).min(1, 'must not be empty'),
    slots: z
      .array(slotInput)
      .min(1, 'must have at least 1')
      .max(maxSlots, `must be at most ${maxSlots}`)
      .refine(...once<{ slot: number }>(({ slot }) => slot))
      .transform((slots) => slots.toSorted((one, other) => one.slot - other.slot)),
  });

/**
 * Records how fast the calling agent's slots are, and the score that follows; what is older than is known changes
 * nothing. Throws UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, also for slots that the worker does not have, and NOT_FOUND
 * when the worker was deleted a moment ago.
 */
export async function reportBenchmark(world: World, asker: Asker, input: unknown): Promise<WorkerRecord> {
  const _id = requireAgent(asker);
  const benchmark = parseInput(benchmarkInput(world), input);
  const now = world.clock.now();
  let changed = false;
  const worker = await changeStanding(world, { _id }, (before) => {
    refuseStrangeSlots(benchmark, slotsOf(before).length);
    changed = !before.benchmark || before.benchmark.takenAt < benchmark.takenAt;
    if (!changed) return undefined;
    const benchScore = scoreOfBenchmark(benchmark);
    return { at: now, worker: { benchmark, benchScore, updatedAt: new Date(now) } };
  });
  if (!worker) throw noSuchWorker();
  if (changed) publishChange(world, worker);
  return worker;
}

function refuseStrangeSlots({ slots }: Benchmark, known: number): void {
  const strange = slots.find(({ slot }) => slot >= known);
  if (!strange) return;
  const sentence = `Please correct the input. slots: there is no slot ${strange.slot} among the ${known} of the hardware reported.`;
  throw new DomainError('INVALID_INPUT', sentence);
}
