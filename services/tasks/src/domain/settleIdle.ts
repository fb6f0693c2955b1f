import type { WorkerRecordDocument } from '../model/workerRecord.ts';
import type { World } from './world.ts';
import { workAt } from './workAt.ts';
import { tellWork } from './tellWork.ts';

/** Tells of workers that have had no lease for a while that they are idle. */
export async function settleIdle(world: World, max: number): Promise<void> {
  const due = await world.workers
    .find({ idleDueAt: { $lte: new Date(world.clock.now()) } })
    .sort({ idleDueAt: 1 })
    .limit(max)
    .lean();
  for (const record of due) await settleOne(world, record);
}

/** A lease made between the look and the change would be missed, so it is looked for again after the change. */
async function settleOne(world: World, { _id, ...seen }: WorkerRecordDocument): Promise<void> {
  for (let look = 0; look < 2; look++) {
    const held = await world.tasks.findOne({ 'lease.workerId': _id }, { kind: 1 }).lean();
    const work = held ? workAt[held.kind] : 'IDLE';
    const record = await world.workers.findById(_id).lean();
    if (record && record.work !== work) await tellWork(world, [record], work);
  }
  await world.workers.updateOne({ _id, idleDueAt: seen.idleDueAt ?? null }, { $unset: { idleDueAt: 1 } });
}
