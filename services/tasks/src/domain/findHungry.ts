import { bandOf } from '@pictor/schema/bid';
import type { JobDocument, JobKind } from '../model/job.ts';
import { blenderOf, kindsOf } from './engines.ts';
import type { Seeker } from './seeker.ts';
import { limits } from './limits.ts';
import type { World } from './world.ts';

/** A job that may have tasks for a worker. */
export type Candidate = Pick<
  JobDocument,
  '_id' | 'kind' | 'creatorId' | 'state' | 'bid' | 'ceilingBand' | 'createdAt' | 'failures' | 'offers'
> & { readonly render?: { readonly sceneVersion: string } };

const shown = {
  ...{ kind: 1, creatorId: 1, state: 1, bid: 1, ceilingBand: 1 },
  ...{ createdAt: 1, failures: 1, offers: 1 },
  'render.sceneVersion': 1,
} as const;

/** What some of those who seek can do alike, and the bid, in micro-USD, of the one among them that asks least. */
interface Ability {
  readonly kind: JobKind;
  /** The newest Blender whose scenes can be rendered; absent where it does not matter. */
  readonly newestScene?: number;
  readonly lowestBid: bigint;
}

/**
 * The jobs among which tasks are sought for some: for each thing that they can do a bounded number of those with the
 * highest ceilings. What cannot be done takes no place of what can, nor do those that are left out.
 */
export async function findHungry(
  { jobs }: World,
  seekers: readonly Pick<Seeker, 'engines' | 'bid'>[],
  leftOut: readonly string[] = [],
): Promise<Candidate[]> {
  const found = await Promise.all(
    abilitiesOf(seekers).map(({ kind, newestScene, lowestBid }) =>
      jobs
        .find(
          {
            ...{ hungry: true, kind, ceilingBand: { $gte: bandOf(lowestBid) }, bid: { $gte: lowestBid } },
            ...(leftOut.length && { _id: { $nin: leftOut } }),
            ...(newestScene !== undefined && { 'render.sceneNumber': { $not: { $gt: newestScene } } }),
          },
          shown,
        )
        .sort({ ceilingBand: -1, createdAt: 1 })
        .limit(limits.candidateJobs)
        .lean<Candidate[]>(),
    ),
  );
  return [...new Map(found.flat().map((job) => [job._id, job])).values()];
}

function abilitiesOf(seekers: readonly Pick<Seeker, 'engines' | 'bid'>[]): Ability[] {
  const abilities = new Map<string, Ability>();
  for (const { engines, bid } of seekers)
    for (const kind of kindsOf(engines)) {
      const newestScene = kind === 'RENDER' ? blenderOf(engines) : undefined;
      if (kind === 'RENDER' && newestScene === undefined) continue;
      const scene = newestScene === undefined ? {} : { newestScene };
      const key = JSON.stringify([kind, scene]);
      const lowestBid = abilities.get(key)?.lowestBid ?? bid;
      abilities.set(key, { kind, ...scene, lowestBid: bid < lowestBid ? bid : lowestBid });
    }
  return [...abilities.values()];
}
