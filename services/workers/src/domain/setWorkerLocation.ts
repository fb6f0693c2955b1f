import { parseInput, requirePermission } from '@pictor/kit';
import { countries } from '@pictor/schema/countries';
import { z } from 'zod';
import { noSuchWorker } from './noSuchWorker.ts';
import { plainText } from './plainText.ts';
import { publishChange } from './publishChange.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

const known = new Set(countries);

const locationInput = z
  .object({
    place: z.string().trim().pipe(plainText(100).min(1, 'must have at least 1 character')),
    country: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => known.has(code), 'must be the two letters of a country, such as EE'),
  })
  .nullish();

/** States where a worker stands, or takes that back. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID_INPUT. */
export async function setWorkerLocation(
  world: World,
  asker: Asker,
  id: string,
  location: z.input<typeof locationInput>,
): Promise<WorkerRecord> {
  const { id: providerId } = requirePermission(asker, 'provide');
  const stated = parseInput(locationInput, location);
  const now = new Date(world.clock.now());
  const worker = await world.workers
    .findOneAndUpdate(
      { _id: id, providerId, deletedAt: null },
      stated
        ? { $set: { location: { ...stated, statedAt: now }, updatedAt: now } }
        : { $set: { updatedAt: now }, $unset: { location: 1 } },
      { returnDocument: 'after', projection: workerFields },
    )
    .lean();
  if (!worker) throw noSuchWorker();
  publishChange(world, worker);
  return worker;
}
