import { batchReferences, type Context } from '@pictor/kit';
import { findJobs, type JobRecord } from '../domain/findJobs.ts';
import { tasksOf } from '../domain/findTasks.ts';
import { jobLack } from '../domain/jobLack.ts';
import { jobExpectedAt, jobProgress, unitsDone } from '../domain/jobProgress.ts';
import { pictureView } from '../domain/pictureView.ts';
import { jobPreviewUrl, renderView } from '../domain/renderView.ts';
import type { World } from '../domain/world.ts';
import type { JobResolvers } from '../generated/resolvers.ts';

export const Job = (world: World): JobResolvers<Context, JobRecord> => {
  const load = batchReferences((ids, _: Context) => unitsDone(world, ids));
  const done = async ({ _id: id, state }: JobRecord, context: Context) =>
    (state === 'RUNNING' && (await load({ id }, context))) || 0;
  return {
    __resolveReference: batchReferences((ids, context: Context) => findJobs(world, context, ids)),
    id: ({ _id }) => _id,
    input: ({ input }) => (input ? pictureView(world, input) : null),
    render: (job) => renderView(world, job),
    previewUrl: (job) => jobPreviewUrl(world, job),
    result: ({ result }) => (result ? pictureView(world, result) : null),
    progress: async (job, _, context) => jobProgress(job, await done(job, context)),
    expectedAt: async (job, _, context) => jobExpectedAt(job, await done(job, context), world.clock.now()),
    lacks: (job) => jobLack(world, job),
    tasks: (job) => tasksOf(world, job),
  };
};
