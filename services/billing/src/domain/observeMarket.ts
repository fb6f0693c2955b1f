import { bandOf } from '@pictor/schema/bid';
import type { MarketSliceDocument } from '../model/marketSlice.ts';
import type { MarketWorkerDocument } from '../model/marketWorker.ts';
import { fillRates } from './fillRate.ts';
import { ifNew } from './ifNew.ts';
import type { World } from './world.ts';

/** The length of a slice. */
export const sliceMs = 5 * 60_000;
const observedMs = 24 * 3_600_000;
/** Slices in the time observed. */
const maxSlices = observedMs / sliceMs;
/** A market with more workers online is not observed: it needs another way than reading each of them. */
const maxWorkers = 200_000;

type Online = Pick<MarketWorkerDocument, 'bid' | 'benchScore' | 'slots' | 'busy' | 'busySlots'>;
type Counted = Omit<MarketSliceDocument, '_id' | 'at' | 'fills'>;

/**
 * Writes down how the market stands in the current span of five minutes, with what the last 24 h showed; once, whoever
 * else does it too.
 */
export async function observeMarket(world: World): Promise<void> {
  const now = world.clock.now();
  const at = new Date(now);
  const _id = new Date(now - (now % sliceMs)).toISOString();
  if (await world.marketSlices.exists({ _id })) return;
  const counted = count(await readOnline(world));
  const earlier = await world.marketSlices
    .find(
      { at: { $gt: new Date(now - observedMs), $lte: at } },
      { at: 1, bands: 1 },
      { sort: { at: 1 }, limit: maxSlices },
    )
    .lean<Pick<MarketSliceDocument, 'at' | 'bands'>[]>();
  const fills = fillRates([...earlier, { at, bands: counted.bands }]);
  await ifNew(() => world.marketSlices.create([{ _id, at, ...counted, fills }]));
}

/** The workers online, those that ask least first, from an index. */
async function readOnline({ marketWorkers }: World): Promise<Online[]> {
  const online = await marketWorkers
    .find(
      { online: true },
      { bid: 1, benchScore: 1, slots: 1, busy: 1, busySlots: 1 },
      { sort: { bid: 1 }, limit: maxWorkers + 1 },
    )
    .lean<Online[]>();
  if (online.length > maxWorkers) throw new Error(`More than ${maxWorkers} workers are online`);
  return online;
}

/** What workers online, those that ask least first, come to together. */
export function count(online: readonly Online[]): Counted {
  const bands = new Map<number, { band: number; slots: number; busySlots: number }>();
  let slots = 0;
  let asked = 0n;
  for (const worker of online) {
    const band = bandOf(worker.bid);
    const sum = bands.get(band) ?? { band, slots: 0, busySlots: 0 };
    bands.set(band, sum);
    sum.slots += worker.slots;
    if (worker.busy) sum.busySlots += Math.min(worker.slots, worker.busySlots ?? 1);
    slots += worker.slots;
    asked += worker.bid * BigInt(worker.slots);
  }
  const scores = online.flatMap(({ benchScore }) => benchScore ?? []);
  return {
    workers: online.length,
    slots,
    measuredWorkers: scores.length,
    benchScore: scores.reduce((sum, score) => sum + score, 0),
    ...(slots > 0 && { averageBid: asked / BigInt(slots) }),
    ...(online.length > 0 && { bids: percentilesOf(online.map(({ bid }) => bid)) }),
    bands: [...bands.values()],
  };
}

/** Nearest ranks of ascending bids. */
function percentilesOf(bids: readonly bigint[]): NonNullable<Counted['bids']> {
  const at = (percent: number) => bids[Math.max(0, Math.ceil((bids.length * percent) / 100) - 1)]!;
  return { p10: at(10), p25: at(25), p50: at(50), p75: at(75), p90: at(90) };
}
