import { continueJobs } from './continueJob.ts';
import type { World } from './world.ts';
import { discardAssets } from './discardAssets.ts';
import { examineTasks } from './examineTask.ts';
import { expireLeases } from './expireLeases.ts';
import { limits } from './limits.ts';
import { settleIdle } from './settleIdle.ts';
import { settleTasks } from './settleTask.ts';
import { Sweep } from './Sweep.ts';
import { tellSlots } from './tellSlots.ts';

/** What happens by the clock: deadlines, and taking up again what a crash or a failure has left half-done. */
export function makeSweeps(world: World): Sweep[] {
  const { clock, log, times } = world;
  const sweep = (everyMs: number, ...works: ((world: World, max: number) => Promise<void>)[]) => {
    const work = async () => {
      for (const each of works) await each(world, limits.sweep);
    };
    return new Sweep(work, everyMs, clock, log);
  };
  return [
    sweep(times.dueEvery, expireLeases, settleIdle),
    sweep(times.recoverEvery, settleTasks, discardAssets),
    sweep(times.recoverEvery, continueJobs),
    sweep(times.recoverEvery, examineTasks),
    sweep(times.slotsEvery, tellSlots),
  ];
}
