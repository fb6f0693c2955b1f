import type { MadeDocument, TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedMade, type Ending } from './endedAttempt.ts';
import { afterFailure } from './failAttempt.ts';
import { settleTask } from './settleTask.ts';

/** Finds a result bad: it is not paid, and the task goes to others. */
export async function refuseResult(
  world: World,
  task: TaskDocument,
  made: MadeDocument,
  why: Omit<Ending, 'state'>,
): Promise<void> {
  const checked = task.check ? [endedMade(task.check, true, { state: 'VERIFIED' })] : [];
  const refused = endedMade(made, false, { checked: false, ...why, state: 'REFUSED' });
  const [state, update] = afterFailure(world, task, made.workerId, refused, ...checked);
  const changed = await changeTask(world, task, state, update);
  if (changed) await settleTask(world, changed);
}
