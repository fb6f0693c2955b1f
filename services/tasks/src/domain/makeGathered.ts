import { findHungry } from './findHungry.ts';
import { findWork } from './findWork.ts';
import type { Gathered } from './Gathered.ts';
import { Gathering } from './Gathering.ts';
import { loadRecords } from './loadRecords.ts';
import { recordBegun } from './recordAttempt.ts';
import { tellWork } from './tellWork.ts';
import type { World } from './world.ts';

export function makeGathered(world: () => World): Gathered {
  return {
    bids: new Gathering((workerIds) => world().bids.lookUp(workerIds)),
    work: new Gathering(async (seekers) => {
      const hungry = await findHungry(world(), seekers);
      return seekers.map((seeker) => findWork(world(), hungry, seeker));
    }),
    records: new Gathering((owned) => loadRecords(world(), owned)),
    begun: new Gathering(async (tasks) => {
      await recordBegun(world(), tasks);
      return [];
    }),
    busy: new Gathering(async (busy) => {
      for (const work of ['UPSCALING', 'RENDERING'] as const) {
        const records = busy.flatMap((each) => (each.work === work ? each.record : []));
        if (records.length) await tellWork(world(), records, work);
      }
      return [];
    }),
  };
}
