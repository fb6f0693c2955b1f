import type { AttemptDocument } from '../model/attempt.ts';
import type { World } from './world.ts';
import { readAttemptId } from './ids.ts';
import { recordAttempt } from './recordAttempt.ts';
import { settleTask } from './settleTask.ts';
import type { Agent } from './whoAsks.ts';

/** An attempt of the agent's whose result was reported, as it is now; undefined when there was none. */
export async function findReported(
  world: World,
  { workerId }: Agent,
  attemptId: string,
): Promise<AttemptDocument | undefined> {
  await catchUp(world, attemptId);
  const reported = { _id: attemptId, workerId, state: { $in: ['REPORTED', 'VERIFIED', 'REFUSED'] } };
  return (await world.attempts.findOne(reported).lean()) ?? undefined;
}

/** A crash may have come between the task and its attempt's document: the task knows. */
async function catchUp(world: World, attemptId: string): Promise<void> {
  const id = readAttemptId(attemptId);
  const task = id && (await world.tasks.findById(id.taskId).lean());
  if (!task) return;
  if (task.ended?.some((ended) => ended.attemptId === attemptId)) await settleTask(world, task);
  const made = [task.made, task.check].find((each) => each?.attemptId === attemptId);
  if (!made) return;
  await recordAttempt(world, task, attemptId, { ...made, check: made === task.check });
  const { reportedAt: endedAt } = made;
  await world.attempts.updateOne(
    { _id: attemptId, state: 'RUNNING' },
    { $set: { state: 'REPORTED', progress: 1, endedAt } },
  );
}
