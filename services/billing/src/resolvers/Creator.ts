import { batchReferences } from '@pictor/kit';
import { readBalance, readPostings, type CreatorView } from '../domain/readCreator.ts';
import type { World } from '../domain/world.ts';
import type { CreatorResolvers } from '../generated/resolvers.ts';

export const Creator = (world: World): CreatorResolvers => ({
  __resolveReference: batchReferences((ids): CreatorView[] => ids.map((id) => ({ id }))),
  balance: ({ id }, _, context) => readBalance(world, context, id),
  postings: ({ id }, page, context) => readPostings(world, context, id, page),
});
