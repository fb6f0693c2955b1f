import { subgraphSdl } from '@pictor/schema';
import type { World } from './domain/world.ts';
import { Attempt } from './resolvers/Attempt.ts';
import { Job } from './resolvers/Job.ts';
import { Mutation } from './resolvers/Mutation.ts';
import { Query } from './resolvers/Query.ts';
import { Render } from './resolvers/Render.ts';
import { Subscription } from './resolvers/Subscription.ts';
import { Task } from './resolvers/Task.ts';
import { Worker } from './resolvers/Worker.ts';

export const typeDefs = subgraphSdl('tasks');

/** What answers each field. */
export function resolversOf(world: World): object {
  return {
    Query: Query(world),
    Mutation: Mutation(world),
    Subscription: Subscription(world),
    Job: Job(world),
    Render: Render(world),
    Task: Task(world),
    Attempt: Attempt(world),
    Worker: Worker(world),
  };
}
