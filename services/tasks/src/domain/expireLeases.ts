import type { LeaseDocument, TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { failAttempt } from './failAttempt.ts';
import { offerTasks } from './offerTasks.ts';
import { limits } from './limits.ts';
import { reofferAt } from './pace.ts';
import { isHung, taskHungAt } from './signsOfLife.ts';

/**
 * Takes the leases that are due from their index: an attempt that is heard from and hung is ended; the task of a lease
 * that expired long enough ago is offered again, which leaves its worker the right to it until somebody else has it; the
 * others wait on.
 */
export async function expireLeases(world: World, max: number): Promise<void> {
  const due = await world.tasks
    .find({ state: { $in: ['RUNNING', 'CHECKING'] }, dueAt: { $lte: new Date(world.clock.now()) } })
    .sort({ dueAt: 1 })
    .limit(max)
    .lean();
  for (const task of due) if (task.lease) await expireLease(world, task, task.lease);
}

async function expireLease(world: World, task: TaskDocument, lease: LeaseDocument): Promise<void> {
  const { clock, times, openedAt } = world;
  const now = clock.now();
  const { progress, milliUnits } = task;
  const startedAt = lease.startedAt.getTime();
  const pace = { startedAt, movedAt: task.movedAt?.getTime() ?? startedAt, progress, milliUnits };
  // While we were away nobody could renew: agents have a lease's time to come back first.
  const heardUntil = Math.max(lease.expiresAt.getTime(), openedAt + times.lease);
  const reoffer = lease.stopping ? heardUntil : reofferAt(heardUntil, pace, times);
  const held = { ...task, lease };
  // A report is due within a lease's time: whether it was hung is known then.
  const hungSeenAt = taskHungAt(held) + times.lease;
  if (isHung(held, times)) await failAttempt(world, held, { reasonCode: 'TASK_HUNG', reason: hungReason });
  else if (reoffer > now)
    await lookAgain(world, task, lease, hungSeenAt > now ? Math.min(hungSeenAt, reoffer) : reoffer);
  else if (!lease.check && task.attempts >= limits.attemptsPerTask)
    await failAttempt(world, held, { reasonCode: 'LEASE_EXPIRED', reason: lostReason });
  else await offerAgain(world, task, lease);
}

async function offerAgain(world: World, task: TaskDocument, { check }: LeaseDocument): Promise<void> {
  const checkSince = new Date(world.clock.now());
  const offered = await changeTask(world, task, check ? 'CHECKING' : 'QUEUED', {
    $unset: { dueAt: 1 },
    ...(check && { $set: { checkSince } }),
  });
  if (offered && check) world.waiting.wakeChecker(task);
  else if (offered) await offerTasks(world, task.jobId, 1);
}

async function lookAgain(world: World, task: TaskDocument, { check }: LeaseDocument, at: number) {
  await changeTask(world, task, check ? 'CHECKING' : 'RUNNING', { $set: { dueAt: new Date(at) } });
}

const hungReason = 'It gave no sign of life for too long.';
const lostReason = 'Its lease expired, and the task has been tried too often.';
