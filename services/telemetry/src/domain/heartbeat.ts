import type { Standby } from '@pictor/schema/events';
import { agentOf, type Asker } from './agentOf.ts';
import { requireNotDeleted } from './knownLiveness.ts';
import { turnsStandby } from './standby.ts';
import type { World } from './world.ts';
import { ownWorker, type WorkerView } from './workerView.ts';

/** Heartbeats of a worker that come sooner than this after each other are written as one. */
const closestMs = 1_000;

/**
 * Notes that the calling agent is alive, and what it does beside its tasks; `at` is its own clock's time. Throws
 * UNAUTHENTICATED, and FORBIDDEN for anyone but the agent of a worker that is not deleted.
 */
export async function heartbeat(
  world: World,
  asker: Asker,
  at: Date,
  standby: Standby,
): Promise<{ at: Date; worker: WorkerView; watched: boolean }> {
  const agent = agentOf(asker);
  const now = world.clock.now();
  if (!heardJustNow(world, agent.workerId, standby, now))
    await world.beats.add({ ...agent, now, skewMs: at.getTime() - now, standby });
  requireNotDeleted((await world.known.of([agent])).get(agent.workerId)!);
  return {
    at: new Date(now),
    worker: ownWorker(world, agent.workerId),
    watched: world.watches.isWatched(agent.workerId),
  };
}

function heardJustNow({ known }: World, workerId: string, standby: Standby, now: number): boolean {
  const liveness = known.get(workerId);
  if (liveness?.connectivity !== 'ONLINE' || !liveness.lastHeardAt) return false;
  if (turnsStandby(liveness, standby, now)) return false;
  const sinceMs = now - liveness.lastHeardAt.getTime();
  return sinceMs >= 0 && sinceMs < closestMs;
}
