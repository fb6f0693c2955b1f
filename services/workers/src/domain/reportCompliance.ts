import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import type { FoundCheck } from '../model/surroundings.ts';
import { measuredTime } from './measuredTime.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import { plainText } from './plainText.ts';
import { publishChange } from './publishChange.ts';
import { requireAgent } from './requireAgent.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

/** What an agent can look at. */
export const foundCodes = [
  'SANDBOX',
  'CLOCK',
  'DISK_SPACE',
  'DRIVER',
  'DRIVER_AGE',
  'SYSTEM_AGE',
  'HOME_PERMISSIONS',
  'CREDENTIAL_PERMISSIONS',
  'ORDINARY_USER',
] as const satisfies readonly FoundCheck['code'][];

const checksInput = (world: World) =>
  z
    .array(
      z.object({
        code: z.enum(foundCodes, 'is not one that an agent checks'),
        passed: z.boolean().nullish().default(null),
        finding: plainText(500).min(1, 'must not be empty'),
        advice: plainText(500).nullish().default(null),
        checkedAt: measuredTime(world.clock),
      }),
    )
    .min(1, 'must have at least 1')
    .max(foundCodes.length)
    .refine(
      (checks) => new Set(checks.map(({ code }) => code)).size === checks.length,
      'must have each code once',
    );

/**
 * Records what the calling agent found on its machine, in place of what it found before. Throws UNAUTHENTICATED,
 * FORBIDDEN, INVALID_INPUT, and NOT_FOUND when the worker was deleted a moment ago.
 */
export async function reportCompliance(world: World, asker: Asker, input: unknown): Promise<WorkerRecord> {
  const _id = requireAgent(asker);
  const checks = parseInput(checksInput(world), input);
  const worker = await world.workers
    .findOneAndUpdate(
      { _id, deletedAt: null },
      { $set: { checks } },
      { returnDocument: 'after', projection: workerFields },
    )
    .lean();
  if (!worker) throw noSuchWorker();
  publishChange(world, worker);
  return worker;
}
