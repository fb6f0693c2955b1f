import type { Reading } from '@pictor/schema/events';
import type { LivenessDocument } from '../model/liveness.ts';
import type { Asker } from './agentOf.ts';
import type { World } from './world.ts';

/** A worker as far as telemetry goes; its liveness is read when it is asked for, and null for whom it is not for. */
export interface WorkerView {
  id: string;
  liveness(): Promise<LivenessDocument | null>;
}

/** A reading that was just recorded. */
export interface RecordedView {
  worker: WorkerView;
  reading: Reading;
}

/** A worker that is known to be the asker's own. */
export function ownWorker({ liveness }: World, id: string): WorkerView {
  let read: Promise<LivenessDocument | null> | undefined;
  return {
    id,
    liveness: () => (read ??= liveness.findById(id, { outbox: 0 }).lean<LivenessDocument>().exec()),
  };
}

/** Workers by id; what telemetry knows of them is for their provider and their own agent alone. */
export async function readWorkers(world: World, asker: Asker, ids: readonly string[]): Promise<WorkerView[]> {
  const found = await world.liveness.find({ _id: { $in: ids } }, { outbox: 0 }).lean<LivenessDocument[]>();
  const visible = new Map(found.filter((each) => mayRead(asker, each)).map((each) => [each._id, each]));
  return ids.map((id) => ({ id, liveness: async () => visible.get(id) ?? null }));
}

/** Whether a worker's telemetry is for this asker. */
function mayRead(
  { actor }: Asker,
  { _id, providerId }: Pick<LivenessDocument, '_id' | 'providerId'>,
): boolean {
  if (!actor) return false;
  return actor.role === 'account'
    ? actor.accountId === providerId && actor.permissions.includes('provide')
    : actor.workerId === _id;
}
