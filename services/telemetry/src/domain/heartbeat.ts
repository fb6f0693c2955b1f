import { agentOf } from './agentOf.ts';
import { requireNotDeleted } from './knownLiveness.ts';
import type { Asker, World } from './world.ts';
import { ownWorker, type WorkerView } from './workerView.ts';

/** Heartbeats of a worker that come sooner than this after each other are written as one. */
const closestMs = 1_000;

/**
 * Notes that the calling agent is alive; `at` is its own clock's time. Throws UNAUTHENTICATED, and FORBIDDEN for anyone
 * but the agent of a worker that is not deleted.
 */
export async function heartbeat(
  world: World,
  asker: Asker,
  at: Date,
): Promise<{ at: Date; worker: WorkerView }> {
  const agent = agentOf(asker);
  const now = world.clock.now();
  const before = (await world.known.of([agent])).get(agent.workerId)!;
  requireNotDeleted(before);
  const sinceMs = now - (before.lastHeardAt?.getTime() ?? -Infinity);
  if (before.connectivity !== 'ONLINE' || sinceMs < 0 || sinceMs >= closestMs) {
    await world.beats.add({ ...agent, now, skewMs: at.getTime() - now });
    const after = (await world.known.of([agent])).get(agent.workerId)!;
    requireNotDeleted(after);
  }
  return { at: new Date(now), worker: ownWorker(world, agent.workerId) };
}
