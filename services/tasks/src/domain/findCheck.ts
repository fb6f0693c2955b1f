import { claimTask } from './claimTask.ts';
import type { World } from './world.ts';
import type { LeasedTask } from './heldLease.ts';
import type { Agent } from './whoAsks.ts';

/** Leases, to a checker, the task whose result has waited longest for its re-run. */
export function findCheck(world: World, agent: Agent, slot: number): Promise<LeasedTask | undefined> {
  return claimTask(world, {
    ...{ agent, slot, bid: 0n },
    offered: { checkSince: { $lte: new Date(world.clock.now()) }, state: 'CHECKING' },
    first: { checkSince: 1 },
    state: 'CHECKING',
  });
}
