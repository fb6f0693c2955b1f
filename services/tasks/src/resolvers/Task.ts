import { batchReferences, type Context } from '@pictor/kit';
import { attemptsAt } from '../domain/findAttempts.ts';
import { findJobs } from '../domain/findJobs.ts';
import { findTasks, type TaskRecord } from '../domain/findTasks.ts';
import { taskExpectedAt, taskProgress } from '../domain/taskProgress.ts';
import type { World } from '../domain/world.ts';
import type { TaskResolvers } from '../generated/resolvers.ts';

export const Task = (world: World): TaskResolvers<Context, TaskRecord> => {
  const job = batchReferences((ids, context: Context) => findJobs(world, context, ids));
  return {
    __resolveReference: batchReferences((ids, context: Context) => findTasks(world, context, ids)),
    id: ({ _id }) => _id,
    job: ({ jobId }, _, context) => job({ id: jobId }, context),
    progress: taskProgress,
    expectedAt: taskExpectedAt,
    attempts: (task, _, context) => attemptsAt(world, context, task),
  };
};
