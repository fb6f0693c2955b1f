import { parseInput } from '@pictor/kit';
import { z } from 'zod';
import { measuredTime } from './measuredTime.ts';
import { noSuchWorker } from './noSuchWorker.ts';
import { publishChange } from './publishChange.ts';
import { requireAgent } from './requireAgent.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { Asker, World } from './world.ts';

/** A terabit; no line is faster. */
const mostMbps = 1_000_000;
const mostLatencyMs = 60_000;

const measured = (most: number) =>
  z.number().positive('must be above 0').max(most, `must be at most ${most}`).nullish().default(null);

const connectionInput = (world: World) =>
  z
    .object({
      downloadMbps: measured(mostMbps),
      uploadMbps: measured(mostMbps),
      latencyMs: measured(mostLatencyMs),
      measuredAt: measuredTime(world.clock),
    })
    .refine(
      ({ downloadMbps, uploadMbps, latencyMs }) => (downloadMbps ?? uploadMbps ?? latencyMs) !== null,
      'At least one of the three must have been measured',
    );

/**
 * Records how fast the calling agent's connection is; what is older than is known changes nothing. Throws
 * UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, and NOT_FOUND when the worker was deleted a moment ago.
 */
export async function reportConnection(world: World, asker: Asker, input: unknown): Promise<WorkerRecord> {
  const _id = requireAgent(asker);
  const connection = parseInput(connectionInput(world), input);
  const worker = await world.workers
    .findOneAndUpdate(
      { _id, deletedAt: null, 'connection.measuredAt': { $not: { $gte: connection.measuredAt } } },
      { $set: { connection } },
      { returnDocument: 'after', projection: workerFields },
    )
    .lean();
  if (worker) {
    publishChange(world, worker);
    return worker;
  }
  const known = await world.workers.findOne({ _id, deletedAt: null }, workerFields).lean();
  if (!known) throw noSuchWorker();
  return known;
}
