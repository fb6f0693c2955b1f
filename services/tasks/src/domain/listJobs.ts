import { pageOf, parseInput, seek, type Connection, type Sort } from '@pictor/kit';
import { z } from 'zod';
import type { JobDocument } from '../model/job.ts';
import { jobStates, type JobState } from './jobState.ts';
import { termPattern } from './searchTerms.ts';
import { requireCreator, type Asker } from './whoAsks.ts';
import type { World } from './world.ts';

const listing = z.object({
  state: z
    .array(z.enum(jobStates as [JobState, ...JobState[]]))
    .max(jobStates.length)
    .nullish(),
  search: z.string().max(64).nullish(),
  first: z.int().min(1).max(100),
  after: z.string().nullish(),
});

const latestFirst: Sort = [
  ['createdAt', -1],
  ['_id', -1],
];

/** The asker's jobs, latest first. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT. */
export async function listJobs(
  { jobs }: World,
  asker: Asker,
  given: unknown,
): Promise<Connection<JobDocument>> {
  const creatorId = requireCreator(asker);
  const { state, search, first, after } = parseInput(listing, given);
  const found = await jobs
    .find({
      creatorId,
      ...(state?.length && { state: { $in: state } }),
      ...(search?.trim() && { terms: termPattern(search) }),
      ...seek(latestFirst, after),
    })
    .sort(Object.fromEntries(latestFirst))
    .limit(first + 1)
    .lean();
  return pageOf(found, first, ({ createdAt, _id }) => [createdAt, _id]);
}
