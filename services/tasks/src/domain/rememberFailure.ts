import type { FailureDocument } from '../model/job.ts';
import type { EndedDocument, TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';
import { limits } from './limits.ts';

/** Holds a failed or refused attempt against its worker on this job; once, however often it is told. */
export async function rememberFailure(
  world: World,
  { jobId }: TaskDocument,
  ended: EndedDocument,
): Promise<void> {
  if (ended.state !== 'FAILED' && ended.state !== 'REFUSED') return;
  const { attemptId, workerId, endedAt: at } = ended;
  await countAgainst(world, jobId, { attemptId, workerId, at });
}

/** Brings a worker one step nearer to not being offered a job for a while; once for an attempt. */
export async function countAgainst(
  { jobs }: World,
  jobId: string,
  { attemptId, workerId, at }: FailureDocument,
): Promise<void> {
  await jobs.updateOne(
    { _id: jobId, 'failures.attemptId': { $ne: attemptId } },
    { $push: { failures: { $each: [{ attemptId, workerId, at }], $slice: -limits.rememberedFailures } } },
  );
}
