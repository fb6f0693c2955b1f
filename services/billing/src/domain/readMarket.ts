import { requireActor } from '@pictor/kit';
import type { BandFillDocument, MarketSliceDocument } from '../model/marketSlice.ts';
import type { Asker, World } from './world.ts';

/** With fewer workers online, what is said of the market rests on little. */
const thinBelow = 10;

/** The market as it was last observed; what is not known is null. */
export interface MarketView {
  asOf: Date | null;
  onlineWorkers: number | null;
  onlineSlots: number | null;
  measuredWorkers: number | null;
  benchScore: number | null;
  averageBid: bigint | null;
  bids: NonNullable<MarketSliceDocument['bids']> | null;
  fill: BandFillDocument | null;
  thin: boolean | null;
}

/** The market, for whoever is signed in and for agents. Throws UNAUTHENTICATED. */
export async function readMarket(world: World, asker: Asker): Promise<MarketView> {
  requireActor(asker);
  const slice = await latestSlice(world);
  return {
    asOf: slice?.at ?? null,
    onlineWorkers: slice?.workers ?? null,
    onlineSlots: slice?.slots ?? null,
    measuredWorkers: slice?.measuredWorkers ?? null,
    benchScore: slice?.measuredWorkers ? slice.benchScore : null,
    averageBid: slice?.averageBid ?? null,
    bids: slice?.bids ?? null,
    fill: slice?.fills[0] ?? null,
    thin: slice ? isThin(slice) : null,
  };
}

/** The last observation; null while there is none. */
export async function latestSlice({ marketSlices }: World): Promise<MarketSliceDocument | null> {
  return marketSlices.findOne({}, { bands: 0 }, { sort: { at: -1 } }).lean<MarketSliceDocument>();
}

/** Whether so few workers were online that it says little. */
export function isThin({ workers }: MarketSliceDocument): boolean {
  return workers < thinBelow;
}
