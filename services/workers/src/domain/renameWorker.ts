import { parseInput, requirePermission } from '@pictor/kit';
import { z } from 'zod';
import { noSuchWorker } from './noSuchWorker.ts';
import { publishChange } from './publishChange.ts';
import { nameFields, workerName } from './workerName.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

const renaming = z.object({ name: workerName });

/** Gives a worker another name. Throws NOT_FOUND, INVALID_INPUT. */
export async function renameWorker(
  world: World,
  asker: Asker,
  id: string,
  newName: string,
): Promise<WorkerRecord> {
  const { id: providerId } = requirePermission(asker, 'provide');
  const { name } = parseInput(renaming, { name: newName });
  const worker = await world.workers
    .findOneAndUpdate(
      { _id: id, providerId, deletedAt: null },
      { $set: { ...nameFields(name), updatedAt: new Date(world.clock.now()) } },
      { returnDocument: 'after', projection: workerFields },
    )
    .lean();
  if (!worker) throw noSuchWorker();
  publishChange(world, worker);
  return worker;
}
