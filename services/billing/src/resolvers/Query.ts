import { readMarket } from '../domain/readMarket.ts';
import type { World } from '../domain/world.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query = (world: World): QueryResolvers => ({
  market: (_, __, context) => readMarket(world, context),
});
