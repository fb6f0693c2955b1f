import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import type { Hold, Standby } from '@pictor/schema/events';
import { Schema } from 'mongoose';

/** Whether a worker is heard from. */
type Connectivity = 'NEW' | 'ONLINE' | 'STALE' | 'OFFLINE';

/** What is known of a worker's heartbeats. */
export interface LivenessDocument {
  /** The worker's id. */
  _id: string;
  providerId: string;
  enrolledAt?: Date;
  deletedAt?: Date;
  lastHeardAt?: Date;
  /** Time in which it was heard from up to `lastHeardAt`: written whole, because an integer counted up turns to 64 bits. */
  heardMs: number;
  /** How far the agent's clock was ahead at the last heartbeat. */
  clockSkewMs?: number;
  connectivity: Connectivity;
  /** When silence changes the connectivity; absent when it cannot. */
  dueAt?: Date;
  /** Grows with every change of the connectivity. */
  connectivityRevision: number;
  /** The hottest GPU in steps of 5 °C; null when none is read. */
  heat: number | null;
  /** Grows with every change of the heat. */
  heatRevision: number;
  /** What its agent said that it does beside its tasks; absent, as in older documents, for nothing. */
  standby?: Standby;
  /** Grows with every change of that; absent before the first. */
  standbyRevision?: number;
  /** When it last turned. */
  standbyTurnedAt?: Date;
  outbox?: OutboxEntry[];
}

const bare = { _id: false, versionKey: false } as const;

const standbySchema = new Schema<Standby>(
  { mining: Boolean, hold: { type: new Schema<Hold>({ reason: String, until: Number }, bare) } },
  bare,
);

export const livenessSchema = new Schema<LivenessDocument>(
  {
    _id: { type: String, required: true },
    providerId: { type: String, required: true },
    enrolledAt: Date,
    deletedAt: Date,
    lastHeardAt: Date,
    heardMs: { type: Number, required: true },
    clockSkewMs: Number,
    connectivity: { type: String, required: true },
    dueAt: Date,
    connectivityRevision: { type: Number, required: true },
    heat: { type: Number, default: null },
    heatRevision: { type: Number, required: true },
    standby: { type: standbySchema },
    standbyRevision: Number,
    standbyTurnedAt: Date,
    outbox: outboxField,
  },
  { collection: 'liveness', versionKey: false },
);

livenessSchema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
livenessSchema.index(outboxIndex.fields, outboxIndex.options);
