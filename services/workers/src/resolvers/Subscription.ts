import { watchWorkers, type WorkerChanged } from '../domain/watchWorkers.ts';
import type { World } from '../domain/world.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';

export const Subscription = (world: World): SubscriptionResolvers => ({
  workerChanged: {
    subscribe: (_, args, context) => watchWorkers(world, context, args),
    resolve: (changed: WorkerChanged) => changed,
  },
});
