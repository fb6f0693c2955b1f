import { cancelJob } from '../domain/cancelJob.ts';
import { completeTask } from '../domain/completeTask.ts';
import { createFrameUpload } from '../domain/createFrameUpload.ts';
import { createResultUpload } from '../domain/createResultUpload.ts';
import { createUpload } from '../domain/createUpload.ts';
import { failTask } from '../domain/failTask.ts';
import { leaseTask } from '../domain/leaseTask.ts';
import { reportProgress } from '../domain/reportProgress.ts';
import { submitJob } from '../domain/submitJob.ts';
import type { World } from '../domain/world.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation = (world: World): MutationResolvers => ({
  createUpload: (_, { input }, context) => createUpload(world, context, input),
  submitJob: (_, { input }, context) => submitJob(world, context, input),
  cancelJob: (_, { id }, context) => cancelJob(world, context, id),
  leaseTask: (_, { slot, engines }, context) => leaseTask(world, context, slot, engines),
  reportProgress: (_, { reports }, context) => reportProgress(world, context, reports),
  createResultUpload: (_, { input }, context) => createResultUpload(world, context, input),
  createFrameUpload: (_, { input }, context) => createFrameUpload(world, context, input),
  completeTask: (_, { input }, context) => completeTask(world, context, input),
  failTask: (_, { input }, context) => failTask(world, context, input),
});
