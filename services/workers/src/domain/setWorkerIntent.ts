import { requirePermission } from '@pictor/kit';
import { changeStanding } from './changeStanding.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import { publishChange } from './publishChange.ts';
import type { WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

/** Says what the worker should do from now on. Throws NOT_FOUND. */
export async function setWorkerIntent(
  world: World,
  asker: Asker,
  id: string,
  intent: WorkerRecord['intent'],
): Promise<WorkerRecord> {
  const { id: providerId } = requirePermission(asker, 'provide');
  const worker = await changeStanding(world, { _id: id, providerId }, (before) =>
    before.intent === intent ? undefined : { at: world.clock.now(), intent },
  );
  if (!worker) throw noSuchWorker();
  publishChange(world, worker);
  return worker;
}
