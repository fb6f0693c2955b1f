import type { WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

/** Tells screens that a worker changed. */
export function publishChange(
  { events }: World,
  { _id: workerId, providerId }: Pick<WorkerRecord, '_id' | 'providerId'>,
  deleted = false,
): void {
  events.publish('worker.changed', { workerId, providerId, deleted });
}
