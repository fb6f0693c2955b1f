import { fleet } from '../domain/fleet.ts';
import { viewer } from '../domain/findAccounts.ts';
import { findWorker } from '../domain/findWorkers.ts';
import { listWorkers } from '../domain/listWorkers.ts';
import type { World } from '../domain/world.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query = (world: World): QueryResolvers => ({
  viewer: (_, __, context) => viewer(world, context),
  worker: (_, { id }, context) => findWorker(world, context, id),
  workers: (_, listing, context) => listWorkers(world, context, listing),
  fleet: (_, __, context) => fleet(world, context),
});
