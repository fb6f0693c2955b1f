import { batchReferences, type Context } from '@pictor/kit';
import { latestReading } from '../domain/latestReading.ts';
import { readReadings } from '../domain/readReadings.ts';
import { uptimeOf } from '../domain/uptime.ts';
import { readWorkers } from '../domain/workerView.ts';
import type { World } from '../domain/world.ts';
import type { WorkerResolvers } from '../generated/resolvers.ts';

export const Worker = (world: World): WorkerResolvers => ({
  __resolveReference: batchReferences((ids, context: Context) => readWorkers(world, context, ids)),
  lastHeardAt: async ({ liveness }) => (await liveness())?.lastHeardAt ?? null,
  uptime: async ({ liveness }) => uptimeOf(await liveness(), world.clock.now()),
  clockSkewMs: async ({ liveness }) => (await liveness())?.clockSkewMs ?? null,
  latestReading: (worker) => latestReading(world, worker),
  readings: (worker, range) => readReadings(world, worker, range),
});
