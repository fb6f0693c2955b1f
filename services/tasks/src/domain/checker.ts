import { requireActor } from '@pictor/kit';
import { platform, type Asker } from './whoAsks.ts';
import type { World } from './world.ts';

/** Whether a checker is at hand, and how many tasks wait for one. Errors: UNAUTHENTICATED. */
export async function checker(
  { workers, tasks, clock, times }: World,
  asker: Asker,
): Promise<{ online: boolean; waitingTasks: number }> {
  requireActor(asker);
  const heardAt = { $gt: new Date(clock.now() - times.checkerHeard) };
  const [heard, waitingTasks] = await Promise.all([
    workers.exists({ providerId: platform, heardAt }),
    tasks.countDocuments({ checkSince: { $exists: true } }),
  ]);
  return { online: heard !== null, waitingTasks };
}
