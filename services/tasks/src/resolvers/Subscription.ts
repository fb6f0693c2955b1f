import type { EventMap } from '@pictor/schema/events';
import { changedAttempt, changedJob, watchAttempts, watchJobs, watchWork } from '../domain/watch.ts';
import type { World } from '../domain/world.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';

export const Subscription = (world: World): SubscriptionResolvers => ({
  workAvailable: {
    subscribe: (_, __, context) => watchWork(world, context),
    resolve: () => ({ at: new Date(world.clock.now()) }),
  },
  jobChanged: {
    subscribe: (_, { jobId }, context) => watchJobs(world, context, jobId),
    resolve: (change: EventMap['job.changed']) => changedJob(world, change),
  },
  attemptChanged: {
    subscribe: (_, { workerId }, context) => watchAttempts(world, context, workerId),
    resolve: (change: EventMap['attempt.changed']) => changedAttempt(world, change),
  },
});
