import { z } from 'zod';
import type { WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

/** What a worker may ask for 3,600 work units, in micro-dollars: from a cent to 100 dollars. */
const leastBid = 10_000n;
const mostBid = 100_000_000n;
const bounds = `must be from ${leastBid} to ${mostBid} micro-dollars`;

/** A bid as it is given. */
export const bidSchema = z.bigint().min(leastBid, bounds).max(mostBid, bounds);

/** What a worker asks for 3,600 work units, in micro-dollars. */
export function bidOf(
  { defaultBid }: Pick<World, 'defaultBid'>,
  worker: Pick<WorkerRecord, 'customBid'>,
): bigint {
  return worker.customBid ?? defaultBid;
}
