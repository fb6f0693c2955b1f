import type { Hold, Standby } from '@pictor/schema/events';
import { Schema } from 'mongoose';

/** How a worker stands, as every service last told it: what lists show, filter and sort by. */
export interface FleetRow {
  connectivity: 'NEW' | 'ONLINE' | 'STALE' | 'OFFLINE';
  health: 'OK' | 'WARNING' | 'ERROR';
  /** What its tasks say that it is doing. */
  work: 'IDLE' | 'RENDERING' | 'UPSCALING';
  /** What its agent said that it does beside its tasks; absent, as in older rows, for nothing. */
  standby?: Standby;
  /** The four axes folded into one word, as its position in the order of precedence: what is broken comes first. */
  rank: number;
  /** Since when it shows that word. */
  since: Date;
  hottestGpuCelsius: number | null;
  /** Micro-USD of `day` (YYYY-MM-DD, UTC) and of all time. */
  earned: { day: string; today: bigint; total: bigint };
  /** The last change of each axis that was taken; older ones are ignored. */
  revisions: { connectivity: number; heat: number; work: number; earned: number; standby?: number };
  /** Counts the changes of the row, so that two at once cannot undo each other. */
  version: number;
}

const bare = { _id: false, versionKey: false } as const;

const standbySchema = new Schema<Standby>(
  { mining: Boolean, hold: { type: new Schema<Hold>({ reason: String, until: Number }, bare) } },
  bare,
);

export const fleetRowSchema = new Schema<FleetRow>(
  {
    connectivity: { type: String, required: true },
    health: { type: String, required: true },
    work: { type: String, required: true },
    standby: { type: standbySchema },
    rank: { type: Number, required: true },
    since: { type: Date, required: true },
    hottestGpuCelsius: { type: Number, default: null },
    earned: { type: new Schema({ day: String, today: BigInt, total: BigInt }, bare) },
    revisions: {
      type: new Schema(
        { connectivity: Number, heat: Number, work: Number, earned: Number, standby: Number },
        bare,
      ),
    },
    version: { type: Number, required: true },
  },
  bare,
);
