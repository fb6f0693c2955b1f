import type { AttemptDocument } from '../model/attempt.ts';
import type { EndedDocument, TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './leasedTask.ts';
import { attemptIdOf } from './ids.ts';
import { priceOf } from './pricing.ts';

type Facts = Pick<
  EndedDocument,
  'number' | 'workerId' | 'providerId' | 'slot' | 'check' | 'bid' | 'startedAt'
>;

/** Writes down an attempt that has begun; nothing happens when it is written down already. */
export async function recordAttempt(
  { attempts }: World,
  task: TaskDocument,
  attemptId: string,
  facts: Facts,
): Promise<void> {
  await attempts.updateOne(
    { _id: attemptId },
    { $setOnInsert: { ...base(task, facts), state: 'RUNNING', progress: 0 } },
    { upsert: true },
  );
}

/** Writes down the attempts that have begun by these leases. */
export async function recordBegun({ attempts }: World, tasks: readonly LeasedTask[]): Promise<void> {
  await attempts.bulkWrite(
    tasks.map((task) => {
      const { lease, attempts: number } = task;
      const fields = { ...base(task, { ...lease, number }), state: 'RUNNING', progress: 0 };
      const filter = { _id: attemptIdOf(task._id, number) };
      return { updateOne: { filter, update: { $setOnInsert: fields }, upsert: true } };
    }),
  );
}

/** Writes down how an attempt ended, and that it was, should the beginning have been lost. */
export async function recordEnd(
  { attempts }: World,
  task: TaskDocument,
  ended: EndedDocument,
): Promise<void> {
  const { state, progress, endedAt, reasonCode, reason, checked, agreementDb } = ended;
  const why = { ...(reasonCode && { reasonCode }), ...(reason && { reason }) };
  const proof = {
    ...(checked !== undefined && { checked }),
    ...(agreementDb !== undefined && { agreementDb }),
  };
  await attempts.updateOne(
    { _id: ended.attemptId },
    { $setOnInsert: base(task, ended), $set: { state, progress, endedAt, ...why, ...proof } },
    { upsert: true },
  );
}

function base(task: TaskDocument, facts: Facts): Omit<AttemptDocument, '_id' | 'state' | 'progress'> {
  const { number, workerId, providerId, slot, check, bid, startedAt } = facts;
  const { reward } = priceOf(task.milliUnits, bid, task.feeBasisPoints);
  return {
    taskId: task._id,
    creatorId: task.creatorId,
    ...{ number, workerId, providerId, slot, check, bid, startedAt },
    milliUnits: task.milliUnits,
    reward: check ? 0n : reward,
  };
}
