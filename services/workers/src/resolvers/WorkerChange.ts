import { findWorker } from '../domain/findWorkers.ts';
import type { World } from '../domain/world.ts';
import type { WorkerChangeResolvers } from '../generated/resolvers.ts';

export const WorkerChange = (world: World): WorkerChangeResolvers => ({
  worker: ({ workerId }, _, context) => findWorker(world, context, workerId),
});
