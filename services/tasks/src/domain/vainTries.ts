import type { TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';

/** Tells a job's creator why a task of it was given up: how often it was tried, and what was said of the last try. */
export async function vainTries(
  { attempts }: Pick<World, 'attempts'>,
  { _id: taskId, index }: Pick<TaskDocument, '_id' | 'index'>,
): Promise<string> {
  const tries = await attempts
    .find({ taskId, check: false, state: { $in: ['FAILED', 'REFUSED', 'LOST'] } })
    .sort({ number: 1 })
    .lean();
  const workers = new Set(tries.map(({ workerId }) => workerId)).size;
  const by = workers === 1 ? 'one worker' : `${workers} workers`;
  const last = tries.at(-1)?.reason;
  const gaveUp = `Task ${index + 1} was tried by ${by} in vain.`;
  return last ? `${gaveUp} The last try: ${last}` : gaveUp;
}
