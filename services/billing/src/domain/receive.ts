import { closeJob } from './closeJob.ts';
import { hearMarket, hearSlots, leaveMarket } from './hearMarket.ts';
import { payReward } from './payReward.ts';
import { reserveJob } from './reserveJob.ts';
import type { World } from './world.ts';

/** Registers what billing does when others tell it something. */
export function receive(world: World): void {
  const { events } = world;
  events.receive('worker.market', (event) => hearMarket(world, event));
  events.receive('worker.slots', (event) => hearSlots(world, event));
  events.receive('worker.deleted', (event) => leaveMarket(world, event));
  events.receive('job.submitted', (event) => reserveJob(world, event));
  events.receive('task.verified', (event) => payReward(world, event));
  events.receive('job.closed', (event) => closeJob(world, event));
}
