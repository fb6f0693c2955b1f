import type { GpuSample, HostSample } from '@pictor/schema/events';
import { Schema } from 'mongoose';

const keptSeconds = 14 * 86_400;

/** A sample as it is stored: fields of these names are absent where they hold what is usual, mostly null. */
export type Stored<Sample, Names> = Omit<Sample, Names & keyof Sample> & Partial<Sample>;

/** One reading of a worker as it is stored. */
export interface ReadingDocument {
  /** `WORKER/MOMENT` in ISO 8601, so that a worker's readings follow each other and none is stored twice. */
  _id: string;
  workerId: string;
  providerId: string;
  at: Date;
  gpus: Stored<GpuSample, Exclude<keyof GpuSample, 'index' | 'uuid'>>[];
  host: Partial<HostSample>;
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
        state: String,
        utilizationPercent: Number,
        memoryUsedMiB: Number,
        memoryTotalMiB: Number,
        temperatureCelsius: Number,
        memoryTemperatureCelsius: Number,
        powerWatts: Number,
        powerLimitWatts: Number,
        fanPercent: Number,
        smClockMhz: Number,
        memoryClockMhz: Number,
        pcieGeneration: Number,
        pcieGenerationMax: Number,
        pcieWidth: Number,
        pcieWidthMax: Number,
        eccCorrected: Number,
        eccUncorrected: Number,
        retiredPages: Number,
        remappedRows: Number,
        repairPending: Boolean,
        throttleReasons: { type: [String], default: undefined },
        xids: { type: [{ _id: false, code: Number, at: Number }], default: undefined },
      },
    ],
    host: {
      cpuPercent: Number,
      memoryUsedMiB: Number,
      memoryTotalMiB: Number,
      diskUsedMiB: Number,
      diskTotalMiB: Number,
      networkInBytesPerSecond: Number,
      networkOutBytesPerSecond: Number,
      uptimeSeconds: Number,
    },
  },
  { collection: 'readings', versionKey: false },
);

readingSchema.index({ at: 1 }, { expireAfterSeconds: keptSeconds });
