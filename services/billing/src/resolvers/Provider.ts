import { batchReferences, type Context } from '@pictor/kit';
import { readProviders } from '../domain/readEarnings.ts';
import type { World } from '../domain/world.ts';
import type { ProviderResolvers } from '../generated/resolvers.ts';

export const Provider = (world: World): ProviderResolvers => ({
  __resolveReference: batchReferences((ids, context: Context) => readProviders(world, context, ids)),
});
