import type { ReadingEvent } from '@pictor/schema/events';
import { viewRecorded, watchReadings } from '../domain/watchReadings.ts';
import type { World } from '../domain/world.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';

export const Subscription = (world: World): SubscriptionResolvers => ({
  readingRecorded: {
    subscribe: (_, { workerIds }, context) => watchReadings(world, context, workerIds),
    resolve: (event: ReadingEvent) => viewRecorded(world, event),
  },
});
