import { outboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { journaled } from '@pictor/store';
import type { JobDocument } from '../model/job.ts';
import type { TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';
import { assetIds, taskIdOf } from './ids.ts';
import { planUpscale, type UpscalePlan } from './planUpscale.ts';
import { storeAsset } from './storeAsset.ts';

/** Splits a job into its tasks, then has billing reserve its price. Doing it again makes the same tasks. */
export async function prepareJob(world: World, job: JobDocument): Promise<void> {
  const { bands } = planUpscale(job.input.width, job.input.height, job.factor, {
    upscaleMilliUnitsPerMegapixel: job.milliUnitsPerMegapixel,
    defaultBidMicroUsd: job.bid,
    feeBasisPoints: job.feeBasisPoints,
    assumed: true,
  });
  await cutBands(world, job, bands);
  await insertTasks(world, job, bands);
  await announce(world, job);
}

type Bands = UpscalePlan['bands'];

async function cutBands(world: World, job: JobDocument, bands: Bands): Promise<void> {
  const { files, pictures } = world;
  const cuts = bands.map(({ inputTop, inputHeight }) => ({
    top: inputTop,
    height: inputHeight,
    path: files.draft(),
  }));
  try {
    await pictures.run('cut', { picture: files.path(job.input.assetId), cuts });
    for (const [index, { path }] of cuts.entries())
      await storeAsset(world, path, {
        _id: assetIds.band(taskIdOf(job._id, index)),
        ownerId: job.creatorId,
        kind: 'BAND',
        contentType: 'image/png',
        jobId: job._id,
      });
  } finally {
    for (const { path } of cuts) await files.drop(path);
  }
}

async function insertTasks({ tasks, clock }: World, job: JobDocument, bands: Bands): Promise<void> {
  const now = new Date(clock.now());
  await tasks.bulkWrite(
    bands.map((band) => {
      const { _id, ...fields } = taskOf(job, band, now);
      return { updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } };
    }),
    { writeConcern: journaled },
  );
}

function taskOf(job: JobDocument, { milliUnits, index, ...rows }: Bands[number], now: Date): TaskDocument {
  const { _id: jobId, creatorId, kind, factor, feeBasisPoints, input } = job;
  const { top, height, inputTop, inputHeight } = rows;
  return {
    _id: taskIdOf(jobId, index),
    ...{ jobId, creatorId, kind, index, factor, feeBasisPoints, milliUnits },
    state: 'WAITING',
    width: input.width,
    band: { top, height, inputTop, inputHeight },
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
