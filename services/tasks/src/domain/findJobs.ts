import type { JobDocument } from '../model/job.ts';
import type { Asker } from './whoAsks.ts';
import type { World } from './world.ts';

/** A job as it is stored. */
export type JobRecord = JobDocument;

/** Jobs by id, as far as they are the asker's own. */
export async function findJobs(
  { jobs }: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<Map<string, JobDocument>> {
  const creatorId = actor?.accountId;
  if (creatorId === undefined) return new Map();
  const found = await jobs.find({ _id: { $in: ids }, creatorId }).lean();
  return new Map(found.map((job) => [job._id, job]));
}

/** A job by id; null when the asker has none of that id. */
export async function findJob(world: World, asker: Asker, id: string): Promise<JobDocument | null> {
  return (await findJobs(world, asker, [id])).get(id) ?? null;
}
