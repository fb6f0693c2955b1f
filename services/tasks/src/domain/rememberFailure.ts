import type { EndedDocument, TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';
import { limits } from './limits.ts';

/** Holds a failed or refused attempt against its worker on this job; once, however often it is told. */
export async function rememberFailure(
  { jobs }: World,
  { jobId }: TaskDocument,
  ended: EndedDocument,
): Promise<void> {
  if (ended.state !== 'FAILED' && ended.state !== 'REFUSED') return;
  const { attemptId, workerId, endedAt: at } = ended;
  await jobs.updateOne(
    { _id: jobId, 'failures.attemptId': { $ne: attemptId } },
    { $push: { failures: { $each: [{ attemptId, workerId, at }], $slice: -limits.rememberedFailures } } },
  );
}
