import { batchReferences, type Context } from '@pictor/kit';
import { attemptsBy } from '../domain/findAttempts.ts';
import {
  computeSeconds,
  currentTasks,
  findWorkers,
  heldBy,
  leasesOf,
  recordsOf,
  trustOf,
} from '../domain/findWorkers.ts';
import type { World } from '../domain/world.ts';
import type { WorkerResolvers } from '../generated/resolvers.ts';

export const Worker = (world: World): WorkerResolvers => {
  const record = batchReferences((ids, _: Context) => recordsOf(world, ids));
  const held = batchReferences((ids, _: Context) => heldBy(world, ids));
  return {
    __resolveReference: batchReferences((ids, context: Context) => findWorkers(world, context, ids)),
    currentTasks: async (worker, _, context) => currentTasks((await held(worker, context)) ?? []),
    leases: async (worker, _, context) =>
      leasesOf(world, context, worker, (await held(worker, context)) ?? []),
    attempts: ({ id }, page) => attemptsBy(world, id, page),
    computeSeconds: async (worker, _, context) => computeSeconds(await record(worker, context)),
    trust: async (worker, _, context) => trustOf(await record(worker, context)),
  };
};
