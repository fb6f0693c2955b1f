import type { WorkerDocument } from '../model/worker.ts';
import { rankOf } from './status.ts';
import { nameFields } from './workerName.ts';

/** The document of a worker that nobody has heard from. */
export function newWorker(
  worker: Pick<WorkerDocument, '_id' | 'providerId' | 'role' | 'name' | 'createdAt'>,
): WorkerDocument {
  return {
    ...worker,
    ...nameFields(worker.name),
    ...(worker.role === 'worker' && { listOf: worker.providerId }),
    intent: 'RUN',
    updatedAt: worker.createdAt,
    fleet: {
      connectivity: 'NEW',
      health: 'OK',
      work: 'IDLE',
      rank: rankOf('NEW'),
      since: worker.createdAt,
      hottestGpuCelsius: null,
      earned: { day: '', today: 0n, total: 0n },
      revisions: { connectivity: 0, heat: 0, work: 0, earned: 0 },
      version: 0,
    },
  };
}
