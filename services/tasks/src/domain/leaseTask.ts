import { DomainError, parseInput } from '@pictor/kit';
import { beginAttempt } from './beginAttempt.ts';
import type { World } from './world.ts';
import { findCheck } from './findCheck.ts';
import type { LeasedTask } from './leasedTask.ts';
import { isDuplicate } from './isDuplicate.ts';
import { leaseView, type LeaseView } from './leaseView.ts';
import { limits } from './limits.ts';
import { noteHeard } from './noteHeard.ts';
import { renewLease } from './renewLease.ts';
import { blenderOf, enginesSchema, kindsOf } from './engines.ts';
import type { Seeker } from './seeker.ts';
import { requireAgent, type Agent, type Asker } from './whoAsks.ts';

/**
 * Leases a task that a slot of the calling agent can do; the lease that the slot holds already, if it does; null when
 * there is no task. Errors: FORBIDDEN, SLOT_UNKNOWN, INVALID_INPUT.
 */
export async function leaseTask(
  world: World,
  asker: Asker,
  slot: number,
  given: unknown,
): Promise<LeaseView | null> {
  const agent = requireAgent(asker);
  const engines = parseInput(enginesSchema, given);
  if (slot < 0 || slot >= limits.slots)
    throw new DomainError('SLOT_UNKNOWN', `A worker has slots from 0 to ${limits.slots - 1} at most.`);
  const kinds = kindsOf(engines);
  if (agent.checks) await noteHeard(world, agent, kinds);
  const bid = await bidOf(world, agent);
  if (!agent.checks) world.atHand.note(agent.workerId, slot, { engines, bid });
  const seeker = { agent, slot, engines, bid };
  const held = (await findNew(world, seeker)) ?? (await findOwn(world, seeker));
  const task = held && (await beginAttempt(world, held));
  if (task) world.waiting.remove(agent.workerId);
  else world.waiting.add(agent.workerId, { check: agent.checks, kinds, blender: blenderOf(engines), bid });
  return task ? leaseView(world, task) : null;
}

/** What the agent's worker asks, in micro-USD; a check pays nothing. */
async function bidOf({ bids, gathered }: World, { workerId, checks }: Agent): Promise<bigint> {
  if (checks) return 0n;
  return bids.known(workerId) ?? gathered.bids.run(workerId);
}

/** A slot holds one lease by an index, so that it need not be looked for before a task is claimed. */
async function findNew(world: World, seeker: Seeker): Promise<LeasedTask | undefined> {
  try {
    return await (seeker.agent.checks ? findCheck(world, seeker) : world.gathered.work.run(seeker));
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

/** The lease that the slot holds, renewed. */
async function findOwn(world: World, { agent, slot }: Seeker): Promise<LeasedTask | undefined> {
  const { workerId } = agent;
  const held = await world.tasks.findOne({ 'lease.workerId': workerId, 'lease.slot': slot }).lean();
  if (!held?.lease) return undefined;
  return renewLease(world, { ...held, lease: held.lease });
}
