import { outboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { journaled } from '@pictor/store';
import { isRenderJob, type JobDocument, type UpscaleJob } from '../model/job.ts';
import type { TaskDocument } from '../model/task.ts';
import { bandTasks } from './bandTasks.ts';
import { frameTasks } from './frameTasks.ts';
import type { Part } from './Part.ts';
import type { World } from './world.ts';
import { taskIdOf } from './ids.ts';

/** Splits a job into its tasks, then has billing reserve its price. Doing it again makes the same tasks. */
export async function prepareJob(world: World, job: JobDocument): Promise<void> {
  const parts = isRenderJob(job) ? frameTasks(job) : await bandTasks(world, job as UpscaleJob);
  await insertTasks(world, job, parts);
  await announce(world, job);
}

async function insertTasks({ tasks, clock }: World, job: JobDocument, parts: Part[]): Promise<void> {
  const now = new Date(clock.now());
  await tasks.bulkWrite(
    parts.map((part) => {
      const { _id, ...fields } = taskOf(job, part, now);
      return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } };
    }),
    { writeConcern: journaled },
  );
}

function taskOf(
  { _id: jobId, creatorId, kind, feeBasisPoints }: JobDocument,
  part: Part,
  now: Date,
): TaskDocument {
  return {
    _id: taskIdOf(jobId, part.index),
    ...{ jobId, creatorId, kind, feeBasisPoints },
    ...part,
    state: 'WAITING',
    attempts: 0,
    progress: 0,
    createdAt: now,
    updatedAt: now,
  };
}

async function announce({ jobs, outboxes }: World, job: JobDocument): Promise<void> {
  const { _id: jobId, creatorId, maxCost } = job;
  const submitted = { jobId, creatorId, maxMicroUsd: String(maxCost) };
  await jobs.updateOne(
    { _id: jobId, state: 'FUNDING', step: 'PREPARE' },
    {
      $unset: { step: 1 },
      $set: { announced: true },
      $push: { outbox: outboxEntry<EventMap>('job.submitted', submitted) },
    },
    { writeConcern: journaled },
  );
  void outboxes.jobs.kick(jobId);
}
