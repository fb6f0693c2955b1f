import type { LeaseDocument, TaskDocument } from '../model/task.ts';
import { changeTask } from './changeTask.ts';
import type { World } from './world.ts';
import { failAttempt } from './failAttempt.ts';
import { offerTasks } from './offerTasks.ts';
import { hungAt, reofferAt } from './pace.ts';

/**
 * Takes the leases that are due from their index: a hung attempt is ended; the task of a lease that expired long enough
 * ago is offered again, which leaves its worker the right to it until somebody else has it; the others wait on.
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
  const { clock, times } = world;
  const { progress, milliUnits } = task;
  const startedAt = lease.startedAt.getTime();
  const pace = { startedAt, movedAt: task.movedAt?.getTime() ?? startedAt, progress, milliUnits };
  const hung = hungAt(pace, times);
  const reoffer = reofferAt(lease.expiresAt.getTime(), pace, times);
  if (hung <= clock.now()) await failAttempt(world, { ...task, lease }, { reasonCode: 'TASK_HUNG', reason });
  else if (reoffer <= clock.now()) await offerAgain(world, task, lease);
  else await changeTask(world, task, running(lease), { $set: { dueAt: new Date(Math.min(hung, reoffer)) } });
}

async function offerAgain(world: World, task: TaskDocument, { check }: LeaseDocument): Promise<void> {
  const checkSince = new Date(world.clock.now());
  const offered = await changeTask(world, task, check ? 'CHECKING' : 'QUEUED', {
    $unset: { dueAt: 1 },
    ...(check && { $set: { checkSince } }),
  });
  if (offered && check) world.waiting.wake(1, true);
  else if (offered) await offerTasks(world, task.jobId, 1);
}

const running = ({ check }: LeaseDocument) => (check ? 'CHECKING' : 'RUNNING');
const reason = 'It showed no progress for too long.';
