import { isDeepStrictEqual } from 'node:util';
import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import { changeStanding } from './changeStanding.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import { plainText as text } from './plainText.ts';
import { publishChange } from './publishChange.ts';
import { requireAgent } from './requireAgent.ts';
import { timeZone } from './timeZone.ts';
import type { WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

const count = (least: number, most: number) =>
  z
    .number()
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const maxGpus = 64;
const maxMiB = 2 ** 30;

const gpuInput = z.object({
  index: count(0, 255),
  uuid: text(100).min(1, 'must not be empty'),
  name: text(200),
  memoryMiB: count(0, maxMiB).nullish().default(null),
  driver: text(100).nullish().default(null),
  compute: text(100).nullish().default(null),
  takesTasks: z.boolean().default(true),
});

const hardwareInput = z.object({
  gpus: z
    .array(gpuInput)
    .max(maxGpus, `must be at most ${maxGpus}`)
    .refine(
      (gpus) => new Set(gpus.map(({ index }) => index)).size === gpus.length,
      'must have different indexes',
    )
    .transform((gpus) => gpus.toSorted((one, other) => one.index - other.index)),
  cpu: text(200),
  cpuCores: count(1, 65_536),
  memoryMiB: count(0, maxMiB),
  os: text(200),
  kernel: text(200).nullish().default(null),
  agentVersion: text(50),
  timeZone: timeZone.nullish().default(null),
});

/**
 * Records what hardware the calling agent found. Its enrolment token ends here: the credential has arrived. Throws
 * UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, and NOT_FOUND when the worker was deleted a moment ago.
 */
export async function reportHardware(
  world: World,
  asker: Asker,
  input: z.input<typeof hardwareInput>,
): Promise<WorkerRecord> {
  const _id = requireAgent(asker);
  const found = parseInput(hardwareInput, input);
  const now = new Date(world.clock.now());
  const spent = await world.workers.updateOne(
    { _id, deletedAt: null },
    { $set: { 'enrolment.spent': true }, $unset: { 'enrolment.salt': 1 } },
  );
  if (!spent.matchedCount) throw noSuchWorker();
  let changed = false;
  const worker = await changeStanding(world, { _id }, ({ hardware, benchmark }) => {
    const { reportedAt: _, ...known } = hardware ?? { reportedAt: undefined };
    changed = !isDeepStrictEqual(known, found);
    const reported = { hardware: { ...found, reportedAt: now } };
    const slots = Math.max(1, found.gpus.length);
    // What was measured of slots that are gone would promise what this machine cannot do any more.
    const outgrown = benchmark?.slots.some(({ slot }) => slot >= slots);
    return {
      at: now.getTime(),
      worker: {
        ...reported,
        ...(changed && { updatedAt: now }),
        ...(outgrown && { benchmark: undefined, benchScore: undefined }),
      },
    };
  });
  if (!worker) throw noSuchWorker();
  if (changed) publishChange(world, worker);
  return worker;
}
