import { bandOf } from '@pictor/schema/bid';
import { journaled } from '@pictor/store';
import type { JobDocument } from '../model/job.ts';
import type { World } from './world.ts';
import { isDuplicate } from './isDuplicate.ts';
import { searchTerms } from './searchTerms.ts';

/** What every new job has. */
export interface NewJob {
  readonly jobId: string;
  readonly creatorId: string;
  readonly name: string;
  readonly uploadId: string;
  /** What its creator pays at most for 3,600 work units, in micro-USD. */
  readonly bid: bigint;
}

/** What a job consists of and costs at most. */
interface Plan {
  readonly taskCount: number;
  readonly milliUnits: number;
  /** Micro-USD. */
  readonly reward: bigint;
  readonly fee: bigint;
}

type Work = Pick<JobDocument, 'kind' | 'factor' | 'input' | 'milliUnitsPerMegapixel' | 'render'>;

/** Stores a new job with its plan and its price, both fixed from now on. Nothing happens when it is there already. */
export async function insertJob(
  { jobs, prices, clock }: World,
  { jobId, creatorId, name, uploadId, bid }: NewJob,
  work: Work,
  { taskCount, milliUnits, reward, fee }: Plan,
): Promise<void> {
  const now = new Date(clock.now());
  const document: JobDocument = {
    _id: jobId,
    ...{ creatorId, name, uploadId, bid, taskCount, milliUnits },
    ...work,
    ceilingBand: bandOf(bid),
    terms: searchTerms(name),
    state: 'FUNDING',
    verifiedTaskCount: 0,
    verifiedMilliUnits: 0,
    feeBasisPoints: prices.feeBasisPoints,
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
