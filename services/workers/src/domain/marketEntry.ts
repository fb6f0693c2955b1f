import type { MarketEntry } from '@pictor/schema/events';
import { bidOf } from './bid.ts';
import { axesOf } from './status.ts';
import { slotsOf, type WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

/** What a worker brings to the market. One that takes nothing counts while it finishes what it has. */
export function marketEntry(world: Pick<World, 'defaultBid'>, worker: WorkerRecord): MarketEntry {
  const { fleet, benchScore } = worker;
  const busy = fleet.work === 'RENDERING' || fleet.work === 'UPSCALING';
  return {
    bidMicroUsd: String(bidOf(world, worker)),
    benchScore: benchScore ?? null,
    slots: slotsOf(worker).filter(({ gpu }) => gpu?.takesTasks ?? true).length,
    online: fleet.connectivity === 'ONLINE' && (busy || axesOf(worker).intent === 'RUN'),
    busy,
  };
}
