import { journaled } from '@pictor/store';
import type { JobDocument } from '../model/job.ts';
import type { World } from './world.ts';
import { isDuplicate } from './isDuplicate.ts';
import { planUpscale } from './planUpscale.ts';
import { searchTerms } from './searchTerms.ts';

/** What a job is made from. */
export interface NewJob {
  readonly jobId: string;
  readonly creatorId: string;
  readonly name: string;
  readonly factor: number;
  readonly uploadId: string;
  readonly picture: JobDocument['input'];
}

/** Stores a new job with its plan and its price, both fixed from now on. Nothing happens when it is there already. */
export async function insertJob({ jobs, prices, clock }: World, job: NewJob): Promise<void> {
  const { jobId, creatorId, name, factor, uploadId, picture } = job;
  const { bands, milliUnits, reward, fee } = planUpscale(picture.width, picture.height, factor, prices);
  const now = new Date(clock.now());
  const document: JobDocument = {
    _id: jobId,
    ...{ creatorId, name, factor, uploadId, milliUnits },
    terms: searchTerms(name),
    kind: 'UPSCALE',
    state: 'FUNDING',
    input: picture,
    taskCount: bands.length,
    verifiedTaskCount: 0,
    verifiedMilliUnits: 0,
    bid: prices.defaultBidMicroUsd,
    feeBasisPoints: prices.feeBasisPoints,
    milliUnitsPerMegapixel: prices.upscaleMilliUnitsPerMegapixel,
    maxCost: reward + fee,
    step: 'PREPARE',
    stepTries: 0,
    announced: false,
    offers: 0,
    createdAt: now,
    updatedAt: now,
  };
  try {
    await jobs.insertOne(document, journaled);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
