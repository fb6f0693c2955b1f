import type { World } from './domain/world.ts';
import type { Resolvers } from './generated/resolvers.ts';
import { Creator } from './resolvers/Creator.ts';
import { Earnings } from './resolvers/Earnings.ts';
import { Job } from './resolvers/Job.ts';
import { Mutation } from './resolvers/Mutation.ts';
import { Provider } from './resolvers/Provider.ts';
import { Query } from './resolvers/Query.ts';
import { Reward } from './resolvers/Reward.ts';
import { Subscription } from './resolvers/Subscription.ts';
import { Worker } from './resolvers/Worker.ts';

/** What answers the fields of this subgraph's contract. */
export const resolversOf = (world: World): Resolvers => ({
  Query: Query(world),
  Mutation: Mutation(world),
  Subscription: Subscription(world),
  Worker: Worker(world),
  Provider: Provider(world),
  Creator: Creator(world),
  Job: Job(world),
  Reward: Reward(world),
  Earnings: Earnings(world),
});
