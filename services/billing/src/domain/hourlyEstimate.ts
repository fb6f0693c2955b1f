import { parseInput } from '@pictor/kit';
import { bandOf, bidBounds, leastBid, mostBid } from '@pictor/schema/bid';
import { dollars } from '@pictor/schema/dollars';
import { z } from 'zod';
import type { BandFillDocument, MarketSliceDocument } from '../model/marketSlice.ts';
import { microUsd } from './microUsd.ts';
import type { EarnerView } from './readEarnings.ts';
import { isThin } from './readMarket.ts';

const bidInput = z.object({ bid: z.bigint().min(leastBid, bidBounds).max(mostBid, bidBounds).nullish() });

/** What an hour of a worker online should earn, in micro-dollars; what is not known is null. */
export interface EstimateView {
  low: bigint | null;
  expected: bigint | null;
  high: bigint | null;
  /** Why it is not known; null when it is. */
  reason: string | null;
  bid: bigint;
  benchScore: number | null;
  fill: BandFillDocument | null;
  method: string;
  thin: boolean | null;
  asOf: Date | null;
}

/** What is reckoned with: the worker's own bid, another one that is asked about, its bench score and the market. */
export interface EstimateOf {
  bid: bigint;
  other?: bigint | null | undefined;
  benchScore: number | null;
  slice: MarketSliceDocument | null;
}

/** As `workers` writes them; amounts travel as text. */
const told = z.object({ bid: z.string().transform(microUsd), benchScore: z.number().nullish() });

/** The estimate of a worker whose bid and bench score came with the question; null without them. Throws INVALID_INPUT. */
export function readEstimate(
  worker: EarnerView,
  other: bigint | null | undefined,
  slice: MarketSliceDocument | null,
): EstimateView | null {
  if (worker.bid === undefined) return null;
  const { bid, benchScore = null } = told.parse(worker);
  return hourlyEstimate({ bid, other, benchScore, slice });
}

/**
 * What an hour should earn: the work units that the bench score does in it, times the bid, times the share of time that
 * slots of workers asking as much are at work. Throws INVALID_INPUT for a bid out of bounds.
 */
export function hourlyEstimate({ bid: own, other, benchScore, slice }: EstimateOf): EstimateView {
  const bid = parseInput(bidInput, { bid: other }).bid ?? own;
  const fill = slice?.fills.find(({ band }) => band >= bandOf(bid)) ?? null;
  const at = (rate: number) => BigInt(Math.floor((Number(bid) * benchScore! * rate) / 1_000));
  const known = fill !== null && benchScore !== null;
  return {
    low: known ? at(fill.low) : null,
    expected: known ? at(fill.average) : null,
    high: known ? at(fill.high) : null,
    reason: known ? null : reasonOf(benchScore, slice),
    ...{ bid, benchScore, fill },
    method: methodOf(bid, benchScore, fill),
    thin: slice ? isThin(slice) : null,
    asOf: slice?.at ?? null,
  };
}

function reasonOf(benchScore: number | null, slice: MarketSliceDocument | null): string {
  if (benchScore === null) return 'The worker’s bench score has not been measured yet.';
  if (!slice?.fills.length)
    return 'How much of the network is at work has not been observed for an hour yet.';
  return 'No worker that asks this bid or more has been online for an hour of the last 24, so nothing is known of what it would earn.';
}

function methodOf(bid: bigint, benchScore: number | null, fill: BandFillDocument | null): string {
  const score = benchScore === null ? 'the bench score' : `bench score ${written(benchScore)}`;
  const rate = fill
    ? `${percent(fill.average)} (${percent(fill.low)} in the emptiest hour, ${percent(fill.high)} in the fullest)`
    : 'the share';
  return (
    `In an hour at work ${score} ÷ 1,000 × 3,600 work units are done, at ${dollars(bid)} for 3,600 of them; ` +
    `times ${rate} of the time that slots of online workers asking this bid or more had a task in the last 24 h.`
  );
}

const written = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
const percent = (share: number) => `${written(share * 100)} %`;
