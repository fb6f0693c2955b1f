import type { EndedDocument, TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';

/** Has the frames of an attempt that came to nothing removed after a while; those of a proven one stay. */
export async function discardFrames(
  { assets, jobs, clock, times }: World,
  { jobId, kind }: TaskDocument,
  { attemptId, state, check }: EndedDocument,
): Promise<void> {
  if (kind !== 'RENDER' || (state === 'VERIFIED' && !check)) return;
  const discardAt = new Date(clock.now() + times.keepWorkFiles);
  await assets.updateMany({ attemptId }, { $set: { discardAt } });
  await jobs.updateOne(
    { _id: jobId, 'render.preview.attemptId': attemptId },
    { $unset: { 'render.preview': 1 } },
  );
}
