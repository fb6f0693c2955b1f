import { checker } from '../domain/checker.ts';
import { estimateRender, estimateUpscale, pricesView } from '../domain/estimate.ts';
import { findJob } from '../domain/findJobs.ts';
import { listJobs } from '../domain/listJobs.ts';
import type { World } from '../domain/world.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query = (world: World): QueryResolvers => ({
  job: (_, { id }, context) => findJob(world, context, id),
  jobs: (_, listing, context) => listJobs(world, context, listing),
  estimateUpscale: (_, { bid, ...size }) => estimateUpscale(world, size, bid),
  estimateRender: (_, { input, bid }) => estimateRender(world, input, bid),
  prices: () => pricesView(world),
  checker: (_, __, context) => checker(world, context),
});
