import { isDeepStrictEqual } from 'node:util';
import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import { noSuchWorker } from './noSuchWorker.ts';
import { plainText as text } from './plainText.ts';
import { publishChange } from './publishChange.ts';
import { requireAgent } from './requireAgent.ts';
import { timeZone } from './timeZone.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
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
  const before = await world.workers.findOne({ _id, deletedAt: null }, { hardware: 1 }).lean();
  if (!before) throw noSuchWorker();
  const now = new Date(world.clock.now());
  const { reportedAt: _, ...known } = before.hardware ?? { reportedAt: undefined };
  const changed = !isDeepStrictEqual(known, found);
  const worker = await world.workers
    .findOneAndUpdate(
      { _id, deletedAt: null },
      {
        $set: {
          hardware: { ...found, reportedAt: now },
          ...(changed && { updatedAt: now }),
          'enrolment.spent': true,
        },
        $unset: { 'enrolment.salt': 1 },
      },
      { returnDocument: 'after', projection: workerFields },
    )
    .lean();
  if (!worker) throw noSuchWorker();
  if (changed) publishChange(world, worker);
  return worker;
}
