import { batchReferences, type Context } from '@pictor/kit';
import { readWorkers } from '../domain/readEarnings.ts';
import type { World } from '../domain/world.ts';
import type { WorkerResolvers } from '../generated/resolvers.ts';

export const Worker = (world: World): WorkerResolvers => ({
  __resolveReference: batchReferences((ids, context: Context) => readWorkers(world, context, ids)),
});
