import { requireActor } from '@pictor/kit';
import type { JobKind } from '../model/job.ts';
import { platform, type Asker } from './whoAsks.ts';
import type { World } from './world.ts';

const mostCheckers = 64;

/** Whether a checker is at hand, what it can re-run, and how many tasks wait for one. Errors: UNAUTHENTICATED. */
export async function checker(
  { workers, tasks, clock, times }: World,
  asker: Asker,
): Promise<{ online: boolean; waitingTasks: number; kinds: JobKind[] }> {
  requireActor(asker);
  const heardAt = { $gt: new Date(clock.now() - times.checkerHeard) };
  const [heard, waitingTasks] = await Promise.all([
    workers.find({ providerId: platform, heardAt }, { kinds: 1 }).limit(mostCheckers).lean(),
    tasks.countDocuments({ checkSince: { $exists: true } }),
  ]);
  const kinds = [...new Set(heard.flatMap((record) => record.kinds ?? []))];
  return { online: heard.length > 0, waitingTasks, kinds };
}
