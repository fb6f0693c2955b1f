import type { JobDocument } from '../model/job.ts';
import type { TaskDocument } from '../model/task.ts';
import type { Asker } from './whoAsks.ts';
import type { World } from './world.ts';

/** A task as it is stored. */
export type TaskRecord = TaskDocument;

const maxTasks = 512;

/** Tasks by id, as far as the asker may see them: of an own job, or tried by an own worker. */
export async function findTasks(
  world: World,
  { actor }: Asker,
  ids: readonly string[],
): Promise<Map<string, TaskDocument>> {
  if (!actor) return new Map();
  const { accountId, workerId } = actor;
  const [found, tried] = await Promise.all([
    loadTasks(world, ids),
    world.attempts
      .find({ taskId: { $in: ids }, ...(workerId ? { workerId } : { providerId: actor.id }) }, { taskId: 1 })
      .lean(),
  ]);
  const triedIds = new Set(tried.map(({ taskId }) => taskId));
  for (const [id, { creatorId }] of found) if (creatorId !== accountId && !triedIds.has(id)) found.delete(id);
  return found;
}

/** Tasks by id, for who may see them already. */
export async function loadTasks(
  { tasks }: World,
  ids: readonly string[],
): Promise<Map<string, TaskDocument>> {
  const found = await tasks.find({ _id: { $in: ids } }).lean();
  return new Map(found.map((task) => [task._id, task]));
}

/** A job's tasks from the top of the picture. */
export async function tasksOf({ tasks }: World, { _id: jobId }: JobDocument): Promise<TaskDocument[]> {
  const found = await tasks.find({ jobId }).limit(maxTasks).lean();
  return found.toSorted((a, b) => a.index - b.index);
}
