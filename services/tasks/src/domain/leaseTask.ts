import { DomainError } from '@pictor/kit';
import { beginAttempt } from './beginAttempt.ts';
import type { World } from './world.ts';
import { findCheck } from './findCheck.ts';
import type { LeasedTask } from './heldLease.ts';
import { isDuplicate } from './isDuplicate.ts';
import { leaseView, type LeaseView } from './leaseView.ts';
import { limits } from './limits.ts';
import { noteHeard } from './noteHeard.ts';
import { renewLease } from './renewLease.ts';
import { requireAgent, type Agent, type Asker } from './whoAsks.ts';

/**
 * Leases a task for a slot of the calling agent; the lease that the slot holds already, if it does; null when there is
 * no task. Errors: FORBIDDEN, SLOT_UNKNOWN.
 */
export async function leaseTask(world: World, asker: Asker, slot: number): Promise<LeaseView | null> {
  const agent = requireAgent(asker);
  if (slot < 0 || slot >= limits.slots)
    throw new DomainError('SLOT_UNKNOWN', `A worker has slots from 0 to ${limits.slots - 1} at most.`);
  if (agent.checks) await noteHeard(world, agent);
  const held = (await findNew(world, agent, slot)) ?? (await findOwn(world, agent, slot));
  const task = held && (await beginAttempt(world, held));
  if (task) world.waiting.remove(agent.workerId);
  else world.waiting.add(agent.workerId, agent.checks);
  return task ? leaseView(world, task) : null;
}

/** A slot holds one lease by an index, so that it need not be looked for before a task is claimed. */
async function findNew(world: World, agent: Agent, slot: number): Promise<LeasedTask | undefined> {
  try {
    return await (agent.checks ? findCheck(world, agent, slot) : world.gathered.work.run({ agent, slot }));
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

/** The lease that the slot holds, renewed. */
async function findOwn(world: World, agent: Agent, slot: number): Promise<LeasedTask | undefined> {
  const { workerId } = agent;
  const held = await world.tasks.findOne({ 'lease.workerId': workerId, 'lease.slot': slot }).lean();
  if (!held?.lease) return undefined;
  return renewLease(world, { ...held, lease: held.lease }, held.progress);
}
