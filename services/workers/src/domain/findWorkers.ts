import { visibleTo } from './visibleTo.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

/** Workers by id, as far as the actor may see them. */
export async function findWorkers(
  { workers }: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<Map<string, WorkerRecord>> {
  const visible = visibleTo(actor);
  if (!visible) return new Map();
  const found = await workers.find({ $and: [{ _id: { $in: ids } }, visible] }, workerFields).lean();
  return new Map(found.map((worker) => [worker._id, worker]));
}

/** A worker by id; null when the actor may see none of that id. */
export async function findWorker(world: World, asker: Asker, id: string): Promise<WorkerRecord | null> {
  return (await findWorkers(world, asker, [id])).get(id) ?? null;
}
