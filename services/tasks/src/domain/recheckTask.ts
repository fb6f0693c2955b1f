import type { MadeDocument, TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedMade } from './endedAttempt.ts';
import { settleTask } from './settleTask.ts';

/** Has a result re-run once more, because a checker's own could not be used. */
export async function recheckTask(
  world: World,
  task: TaskDocument,
  check: MadeDocument,
  why: { reasonCode: string; reason: string },
): Promise<void> {
  const checkSince = new Date(world.clock.now() + world.times.recheckAfter);
  const ended = endedMade(check, true, { state: 'REFUSED', ...why });
  const waiting = await changeTask(world, task, 'CHECKING', {
    $set: { checkSince },
    $unset: { check: 1, dueAt: 1 },
    $push: { ended },
  });
  if (waiting) await settleTask(world, waiting);
}
