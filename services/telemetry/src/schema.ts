import type { World } from './domain/world.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { Mutation } from './resolvers/Mutation.ts';
import { Subscription } from './resolvers/Subscription.ts';
import { Worker } from './resolvers/Worker.ts';

/** What answers the fields of this subgraph's contract. */
export const resolversOf = (world: World): Resolvers => ({
  Mutation: Mutation(world),
  Subscription: Subscription(world),
  Worker: Worker(world),
});
