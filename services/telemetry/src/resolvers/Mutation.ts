import { heartbeat } from '../domain/heartbeat.ts';
import { recordReadings } from '../domain/recordReadings.ts';
import type { World } from '../domain/world.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation = (world: World): MutationResolvers => ({
  heartbeat: (_, { at, mining, hold }, context) =>
    heartbeat(world, context, at, {
      mining,
      hold: hold ? { reason: hold.reason, until: hold.until?.getTime() ?? null } : null,
    }),
  recordReadings: (_, { readings }, context) => recordReadings(world, context, readings),
});
