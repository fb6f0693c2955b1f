import { outboxEntry } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { MadeDocument, TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { endedMade } from './endedAttempt.ts';
import { priceOf } from './pricing.ts';
import { settleTask } from './settleTask.ts';

/** What is known about a result when it is found good. */
export interface Proof {
  readonly checked: boolean;
  /** dB PSNR between result and re-run. */
  readonly agreementDb?: number;
}

/** Finds a result good and, in the same update, has billing pay for it. */
export async function verifyTask(
  world: World,
  task: TaskDocument,
  made: MadeDocument,
  proof: Proof,
): Promise<void> {
  const ended = [
    endedMade(made, false, { state: 'VERIFIED', ...proof }),
    ...(task.check ? [endedMade(task.check, true, { state: 'VERIFIED' })] : []),
  ];
  const verified = await changeTask(world, task, 'VERIFIED', {
    $unset: { dueAt: 1 },
    $push: { ended: { $each: ended }, outbox: outboxEntry<EventMap>('task.verified', payment(task, made)) },
  });
  if (!verified) return;
  void world.outboxes.tasks.kick(task._id);
  await settleTask(world, verified);
}

function payment(task: TaskDocument, made: MadeDocument): EventMap['task.verified'] {
  const { _id: taskId, jobId, creatorId, milliUnits, feeBasisPoints } = task;
  const { attemptId, workerId, providerId, bid } = made;
  const { reward, fee } = priceOf(milliUnits, bid, feeBasisPoints);
  return {
    ...{ taskId, attemptId, jobId, creatorId, workerId, providerId, milliUnits },
    bidMicroUsd: String(bid),
    rewardMicroUsd: String(reward),
    feeMicroUsd: String(fee),
  };
}
