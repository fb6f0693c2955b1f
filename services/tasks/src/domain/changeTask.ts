import { journaled } from '@pictor/store';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';
import { taskMayGo, type TaskState } from './taskState.ts';

/**
 * The one way in which a task changes hands or state: a single conditional update that matches its id, its state, its
 * number of attempts and the token of its lease as they were read. Undefined when somebody else was faster.
 */
export async function changeTask(
  { tasks, clock }: World,
  task: TaskDocument,
  to: TaskState,
  update: UpdateQuery<TaskDocument>,
): Promise<TaskDocument | undefined> {
  const from = task.state as TaskState;
  if (from !== to && !taskMayGo(from, to)) throw new Error(`A task cannot go from ${from} to ${to}.`);
  const filter: QueryFilter<TaskDocument> = {
    _id: task._id,
    state: from,
    attempts: task.attempts,
    'lease.token': task.lease?.token ?? { $exists: false },
  };
  const change = { ...update, $set: { ...update.$set, state: to, updatedAt: new Date(clock.now()) } };
  const options = { returnDocument: 'after', writeConcern: journaled } as const;
  return (await tasks.findOneAndUpdate(filter, change, options).lean()) ?? undefined;
}
