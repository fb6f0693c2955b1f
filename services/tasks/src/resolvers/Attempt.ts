import { batchReferences, DomainError, type Context } from '@pictor/kit';
import { attemptProgress, attemptSeconds, workerAlias, workerOf } from '../domain/attemptView.ts';
import { findAttempts, type AttemptRecord } from '../domain/findAttempts.ts';
import { loadTasks } from '../domain/findTasks.ts';
import type { World } from '../domain/world.ts';
import type { AttemptResolvers } from '../generated/resolvers.ts';

export const Attempt = (world: World): AttemptResolvers<Context, AttemptRecord> => {
  const load = batchReferences((ids, _: Context) => loadTasks(world, ids));
  const taskOf = ({ taskId: id }: AttemptRecord, context: Context) => load({ id }, context);
  return {
    __resolveReference: batchReferences((ids, context: Context) => findAttempts(world, context, ids)),
    id: ({ _id }) => _id,
    task: async (attempt, _, context) => (await taskOf(attempt, context)) ?? gone(),
    worker: (attempt, _, context) => workerOf(attempt, context),
    workerAlias,
    progress: async (attempt, _, context) => attemptProgress(attempt, await taskOf(attempt, context)),
    seconds: (attempt) => attemptSeconds(attempt, world.clock.now()),
  };
};

function gone(): never {
  throw new DomainError('NOT_FOUND', 'The task of this attempt is gone.');
}
