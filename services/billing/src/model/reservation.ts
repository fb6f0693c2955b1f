import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { journaled } from '@pictor/store';
import { Schema } from 'mongoose';

/** Whether a job's price was reserved: decided once, told as often as it is asked. */
export interface ReservationDocument {
  /** The job's id. */
  _id: string;
  creatorId: string;
  answer: 'FUNDED' | 'REFUSED';
  /** Why it was refused. */
  code?: string;
  at: Date;
  outbox?: OutboxEntry[];
}

export const reservationSchema = new Schema<ReservationDocument>(
  {
    _id: { type: String, required: true },
    creatorId: { type: String, required: true },
    answer: { type: String, required: true },
    code: String,
    at: { type: Date, required: true },
    outbox: outboxField,
  },
  { collection: 'reservations', versionKey: false, writeConcern: journaled },
);

reservationSchema.index(outboxIndex.fields, outboxIndex.options);
