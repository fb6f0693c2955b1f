import type { Context } from '@pictor/kit';
import type { ScreenEvents } from '@pictor/schema/events';
import { readEarned, watchBalance, watchRewards } from '../domain/watch.ts';
import type { World } from '../domain/world.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';

export const Subscription = (world: World): SubscriptionResolvers => ({
  earned: {
    subscribe: (_, { workerId }, context) => watchRewards(world, context, workerId),
    resolve: (event: ScreenEvents['reward.posted'], _: unknown, context: Context) =>
      readEarned(world, context, event),
  },
  balanceChanged: {
    subscribe: (_, __, context) => watchBalance(world, context),
    resolve: ({ creatorId }: ScreenEvents['balance.changed']) => ({ creator: { id: creatorId } }),
  },
});
