import type { World } from './world.ts';
import { beginAttempt } from './beginAttempt.ts';
import type { LeasedTask } from './leasedTask.ts';
import { limits } from './limits.ts';

/** Does what follows from each lease once more, as a crash may have come between a claim and that. */
export async function followLeases(world: World): Promise<void> {
  const held = world.tasks.find({ 'lease.workerId': { $exists: true } }).lean();
  let taken: LeasedTask[] = [];
  const follow = async () => {
    await Promise.all(taken.map((task) => beginAttempt(world, task)));
    taken = [];
  };
  for await (const task of held.cursor()) {
    if (task.lease) taken.push({ ...task, lease: task.lease });
    if (taken.length >= limits.sweep) await follow();
  }
  await follow();
}
