import type { Reading } from '@pictor/schema/events';
import type { ReadingDocument } from '../model/reading.ts';
import { readingOf } from './readingDocument.ts';
import type { WorkerView } from './workerView.ts';
import type { World } from './world.ts';

/** An agent sends a reading every 5 s: what this process recorded so lately is the latest, whoever else records. */
const trustedMs = 10_000;

/** The worker's latest reading; null when there is none, and for whom it is not for. */
export async function latestReading(world: World, worker: WorkerView): Promise<Reading | null> {
  if (!(await worker.liveness())) return null;
  return findLatest(world, worker.id);
}

/** The latest reading that is stored. */
export async function findLatest(
  { latest, clock, readings }: World,
  workerId: string,
): Promise<Reading | null> {
  const remembered = latest.get(workerId);
  if (remembered && Math.abs(clock.now() - remembered.recordedAt) < trustedMs) return remembered.reading;
  const [found] = await readings
    .find({ _id: { $gt: `${workerId}/`, $lt: `${workerId}0` } }, null, { sort: { _id: -1 }, limit: 1 })
    .lean<ReadingDocument[]>();
  return found ? readingOf(found) : null;
}
