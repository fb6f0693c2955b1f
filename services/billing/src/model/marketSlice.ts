import { Schema } from 'mongoose';

/** The slots of online workers whose bids are near each other. */
export interface BandDocument {
  /** See `bandOf`; higher bids lie in higher bands. */
  band: number;
  slots: number;
  busySlots: number;
}

/** Which share of online slots was at work, of workers in a band and those above. */
export interface BandFillDocument {
  band: number;
  low: number;
  average: number;
  high: number;
  /** How many slices it rests on, and when the first of them was taken. */
  observations: number;
  since: Date;
}

/** The market as it was observed in one span of five minutes, with what the last 24 h showed then. */
export interface MarketSliceDocument {
  /** When the span began, as ISO text: there is one of each span. */
  _id: string;
  at: Date;
  workers: number;
  slots: number;
  /** How many of the workers have a bench score, and their sum. */
  measuredWorkers: number;
  benchScore: number;
  /** For 3,600 work units, in micro-dollars; absent when no worker was online. */
  averageBid?: bigint;
  bids?: { p10: bigint; p25: bigint; p50: bigint; p75: bigint; p90: bigint };
  bands: BandDocument[];
  /** By band, ascending; those observed long enough. */
  fills: BandFillDocument[];
}

/** What is older is of no use any more. */
const keptSeconds = 2 * 24 * 3_600;

export const marketSliceSchema = new Schema<MarketSliceDocument>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    workers: { type: Number, required: true },
    slots: { type: Number, required: true },
    measuredWorkers: { type: Number, required: true },
    benchScore: { type: Number, required: true },
    averageBid: BigInt,
    bids: {
      type: { _id: false, p10: BigInt, p25: BigInt, p50: BigInt, p75: BigInt, p90: BigInt },
      default: undefined,
    },
    bands: [{ _id: false, band: Number, slots: Number, busySlots: Number }],
    fills: [
      {
        _id: false,
        band: Number,
        low: Number,
        average: Number,
        high: Number,
        observations: Number,
        since: Date,
      },
    ],
  },
  { collection: 'marketSlices', versionKey: false },
);

marketSliceSchema.index({ at: 1 }, { expireAfterSeconds: keptSeconds });
