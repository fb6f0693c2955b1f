import { noSuchWorker } from './noSuchWorker.ts';
import { requireAgent } from './requireAgent.ts';
import { unsynced } from './unsynced.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

/**
 * Lets go of the calling agent's credential, which `run` holds, so that another run may take it at once; changes nothing where
 * another holds it already. Throws UNAUTHENTICATED, FORBIDDEN, and NOT_FOUND when the worker was deleted a moment ago.
 */
export async function endRun(world: World, asker: Asker, run: string): Promise<WorkerRecord> {
  const _id = requireAgent(asker);
  await world.workers.updateOne({ _id, 'run.id': run }, { $unset: { run: 1 } }, { writeConcern: unsynced });
  const worker = await world.workers.findOne({ _id, deletedAt: null }, workerFields).lean();
  if (!worker) throw noSuchWorker();
  return worker;
}
