import { subgraphSdl } from '@pictor/schema';
import type { World } from './domain/world.ts';
import { Account } from './resolvers/Account.ts';
import { Gpu } from './resolvers/Gpu.ts';
import { Mutation } from './resolvers/Mutation.ts';
import { Creator, Provider } from './resolvers/owners.ts';
import { Query } from './resolvers/Query.ts';
import { Subscription } from './resolvers/Subscription.ts';
import { Worker } from './resolvers/Worker.ts';
import { WorkerChange } from './resolvers/WorkerChange.ts';

export const typeDefs = subgraphSdl('workers');

/** What answers each field. */
export function resolversOf(world: World): object {
  return {
    Query: Query(world),
    Mutation: Mutation(world),
    Subscription: Subscription(world),
    Account: Account(world),
    Provider,
    Creator,
    Worker: Worker(world),
    Gpu,
    WorkerChange: WorkerChange(world),
  };
}
