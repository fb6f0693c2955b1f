import { bandOf } from '@pictor/schema/bid';
import type { World } from './world.ts';

/** Lets it be known that tasks of a job wait for workers. Counted, so that an offer made during a search is seen. */
export async function offerTasks({ jobs, waiting }: World, jobId: string, count: number): Promise<void> {
  const job = await jobs.findOneAndUpdate(
    { _id: jobId, hungry: { $exists: true } },
    { $set: { hungry: true }, $inc: { offers: 1 } },
    { projection: { kind: 1, bid: 1 } },
  );
  if (job) waiting.wake(count, job.kind, job.bid);
}

/** Jobs from before bands of ceilings were kept get theirs, without which nobody would find them. */
export async function bandAll({ jobs }: World): Promise<void> {
  const without = jobs
    .find({ hungry: { $exists: true }, ceilingBand: { $exists: false } }, { bid: 1 })
    .lean();
  for await (const { _id, bid } of without.cursor())
    await jobs.updateOne({ _id }, { $set: { ceilingBand: bandOf(bid) } });
}

/** Has every job that can be worked on looked through again, as what was offered when the process ended is not known. */
export async function offerAll({ jobs }: World): Promise<void> {
  await jobs.updateMany({ hungry: false }, { $set: { hungry: true }, $inc: { offers: 1 } });
}
