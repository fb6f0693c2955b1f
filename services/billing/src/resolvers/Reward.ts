import { batchReferences, type Context } from '@pictor/kit';
import { readRewardsById } from '../domain/rewardView.ts';
import type { World } from '../domain/world.ts';
import type { RewardResolvers } from '../generated/resolvers.ts';

export const Reward = (world: World): RewardResolvers => ({
  __resolveReference: batchReferences((ids, context: Context) => readRewardsById(world, context, ids)),
});
