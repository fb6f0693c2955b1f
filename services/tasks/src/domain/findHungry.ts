import type { JobDocument, JobKind } from '../model/job.ts';
import { limits } from './limits.ts';
import type { World } from './world.ts';

/** A job that may have tasks for a worker. */
export type Candidate = Pick<
  JobDocument,
  '_id' | 'kind' | 'creatorId' | 'state' | 'bid' | 'createdAt' | 'failures' | 'offers'
> & { readonly render?: { readonly sceneVersion: string } };

const shown = {
  ...{ kind: 1, creatorId: 1, state: 1, bid: 1, createdAt: 1, failures: 1, offers: 1 },
  'render.sceneVersion': 1,
} as const;

/**
 * The jobs among which tasks of some kinds are sought: of each kind a bounded number of those with the highest ceilings,
 * none of them below the bid, in micro-USD, of the worker that asks least.
 */
export async function findHungry(
  { jobs }: World,
  kinds: readonly JobKind[],
  lowestBid: bigint,
): Promise<Candidate[]> {
  const found = await Promise.all(
    kinds.map((kind) =>
      jobs
        .find({ hungry: true, kind, bid: { $gte: lowestBid } }, shown)
        .sort({ bid: -1, createdAt: 1 })
        .limit(limits.candidateJobs)
        .lean<Candidate[]>(),
    ),
  );
  return found.flat();
}
