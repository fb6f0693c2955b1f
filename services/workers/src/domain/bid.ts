import { bidBounds, leastBid, mostBid } from '@pictor/schema/bid';
import { z } from 'zod';
import type { WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

/** A bid as it is given. */
export const bidSchema = z.bigint().min(leastBid, bidBounds).max(mostBid, bidBounds);

/** What a worker asks for 3,600 work units, in micro-dollars. */
export function bidOf(
  { defaultBid }: Pick<World, 'defaultBid'>,
  worker: Pick<WorkerRecord, 'customBid'>,
): bigint {
  return worker.customBid ?? defaultBid;
}
