import type { ReadingEvent } from '@pictor/schema/events';
import { hearWatched, watched } from '../domain/watchedWorker.ts';
import { viewRecorded, watchReadings } from '../domain/watchReadings.ts';
import type { World } from '../domain/world.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';

export const Subscription = (world: World): SubscriptionResolvers => ({
  readingRecorded: {
    subscribe: (_, { workerIds }, context) => watchReadings(world, context, workerIds),
    resolve: (event: ReadingEvent) => viewRecorded(world, event),
  },
  watched: {
    subscribe: (_, __, context) => hearWatched(world, context),
    resolve: () => watched,
  },
});
