import { batchReferences, type Context } from '@pictor/kit';
import { readJobs } from '../domain/readJobs.ts';
import type { World } from '../domain/world.ts';
import type { JobResolvers } from '../generated/resolvers.ts';

export const Job = (world: World): JobResolvers => ({
  __resolveReference: batchReferences((ids, context: Context) => readJobs(world, context, ids)),
});
