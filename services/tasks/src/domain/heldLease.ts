import { DomainError } from '@pictor/kit';
import type { World } from './world.ts';
import type { LeasedTask } from './leasedTask.ts';
import { readAttemptId } from './ids.ts';
import type { Agent } from './whoAsks.ts';

/** Which lease an agent speaks of. */
export interface LeaseClaim {
  readonly attemptId: string;
  readonly token: string;
}

/** The task whose lease the agent holds by this token, expired or not; undefined when it is lost. */
export async function findHeld(
  world: World,
  agent: Agent,
  claim: LeaseClaim,
): Promise<LeasedTask | undefined> {
  const id = readAttemptId(claim.attemptId);
  const task = id && (await world.tasks.findById(id.taskId).lean());
  const { lease } = task ?? {};
  if (!id || !task || !lease || task.attempts !== id.number) return undefined;
  return lease.token === claim.token && lease.workerId === agent.workerId ? { ...task, lease } : undefined;
}

/** The same. Errors: LEASE_LOST. */
export async function requireHeld(world: World, agent: Agent, claim: LeaseClaim): Promise<LeasedTask> {
  const task = await findHeld(world, agent, claim);
  if (task) return task;
  throw leaseLost();
}

export function leaseLost(): DomainError {
  return new DomainError(
    'LEASE_LOST',
    'The lease of this attempt is no longer held; drop it and ask for a task.',
  );
}
