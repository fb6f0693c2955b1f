import type { Reading } from '@pictor/schema/events';
import { Schema } from 'mongoose';

const keptSeconds = 14 * 86_400;

/** One reading of a worker as it is stored. */
export interface ReadingDocument {
  /** `WORKER/MOMENT` in ISO 8601, so that a worker's readings follow each other and none is stored twice. */
  _id: string;
  workerId: string;
  providerId: string;
  at: Date;
  gpus: Reading['gpus'];
  host: Reading['host'];
}

export const readingSchema = new Schema<ReadingDocument>(
  {
    _id: { type: String, required: true },
    workerId: { type: String, required: true },
    providerId: { type: String, required: true },
    at: { type: Date, required: true },
    gpus: [
      {
        _id: false,
        index: Number,
        uuid: String,
        utilizationPercent: Number,
        memoryUsedMiB: Number,
        memoryTotalMiB: Number,
        temperatureCelsius: Number,
        powerWatts: Number,
        powerLimitWatts: Number,
        fanPercent: Number,
        smClockMhz: Number,
        memoryClockMhz: Number,
      },
    ],
    host: { cpuPercent: Number, memoryUsedMiB: Number, memoryTotalMiB: Number },
  },
  { collection: 'readings', versionKey: false },
);

readingSchema.index({ at: 1 }, { expireAfterSeconds: keptSeconds });
