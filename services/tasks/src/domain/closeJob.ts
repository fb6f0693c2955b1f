import { outboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { journaled } from '@pictor/store';
import type { JobDocument } from '../model/job.ts';
import { cancelTask } from './cancelTask.ts';
import type { World } from './world.ts';
import { openTaskStates } from './taskState.ts';

/**
 * Ends what is left of a job that is over, then has billing release what is left of its price. Billing is told last:
 * after it has heard of every verified task, so that each is paid from what was reserved.
 */
export async function closeJob(world: World, job: JobDocument): Promise<void> {
  await cancelTasks(world, job._id);
  await payTasks(world, job._id);
  await discardWorkFiles(world, job._id);
  const reserved = job.announced && job.state !== 'REFUSED';
  const closed = outboxEntry<EventMap>('job.closed', { jobId: job._id, creatorId: job.creatorId });
  await world.jobs.updateOne(
    { _id: job._id, step: 'CLOSE' },
    { $unset: { step: 1 }, ...(reserved && { $push: { outbox: closed } }) },
    { writeConcern: journaled },
  );
  void world.outboxes.jobs.kick(job._id);
}

async function cancelTasks(world: World, jobId: string): Promise<void> {
  const open = await world.tasks.find({ jobId, state: { $in: openTaskStates } }).lean();
  for (const task of open) await cancelTask(world, task);
  if (await world.tasks.exists({ jobId, state: { $in: openTaskStates } }))
    throw new Error('Tasks of the job changed while they were cancelled.');
}

async function payTasks({ tasks, outboxes }: World, jobId: string): Promise<void> {
  const unpaid = await tasks.find({ jobId, 'outbox.id': { $exists: true } }, { _id: 1 }).lean();
  const told = await Promise.all(unpaid.map(({ _id }) => outboxes.tasks.kick(_id)));
  if (told.includes(false)) throw new Error('Verified tasks of the job are not paid yet.');
}

async function discardWorkFiles({ assets, clock, times }: World, jobId: string): Promise<void> {
  const discardAt = new Date(clock.now() + times.keepWorkFiles);
  await assets.updateMany({ jobId, kind: { $in: ['BAND', 'SCENE', 'MADE'] } }, { $set: { discardAt } });
}
