import { recordDeposit } from '../domain/recordDeposit.ts';
import type { World } from '../domain/world.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation = (world: World): MutationResolvers => ({
  recordDeposit: (_, deposit, context) => recordDeposit(world, context, deposit),
});
