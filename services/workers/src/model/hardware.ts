import { Schema } from 'mongoose';

/** The machine of a worker, as its agent found it. */
export interface Hardware {
  gpus: Gpu[];
  cpu: string;
  cpuCores: number;
  memoryMiB: number;
  os: string;
  kernel: string | null;
  agentVersion: string;
  timeZone: string | null;
  reportedAt: Date;
}

export interface Gpu {
  index: number;
  uuid: string;
  name: string;
  memoryMiB: number | null;
  driver: string | null;
  compute: string | null;
  /** Absent where it was stored before agents told it: it takes them. */
  takesTasks?: boolean;
}

const bare = { _id: false, versionKey: false } as const;

const gpuSchema = new Schema<Gpu>(
  {
    ...{ index: Number, uuid: String, name: String, memoryMiB: Number, driver: String, compute: String },
    takesTasks: Boolean,
  },
  bare,
);

export const hardwareSchema = new Schema<Hardware>(
  {
    gpus: [gpuSchema],
    cpu: String,
    cpuCores: Number,
    memoryMiB: Number,
    os: String,
    kernel: String,
    agentVersion: String,
    timeZone: String,
    reportedAt: Date,
  },
  bare,
);
