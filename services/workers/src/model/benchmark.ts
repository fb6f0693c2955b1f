import { Schema } from 'mongoose';

/** How fast the slots of a worker were found to be. */
export interface Benchmark {
  takenAt: Date;
  agentVersion: string;
  slots: SlotBenchmark[];
}

export interface SlotBenchmark {
  slot: number;
  driver: string | null;
  results: BenchmarkResult[];
}

/** What was measured, never what was made of it: scores follow from the reference GPU of the day. */
export interface BenchmarkResult {
  kind: 'UPSCALE' | 'RENDER';
  /** Output megapixels of upscaling, megasamples of rendering. */
  perSecond: number;
  engine: string;
  model: string | null;
  device: 'CPU' | 'GPU';
}

const bare = { _id: false, versionKey: false } as const;

const resultSchema = new Schema<BenchmarkResult>(
  { kind: String, perSecond: Number, engine: String, model: String, device: String },
  bare,
);
const slotSchema = new Schema<SlotBenchmark>({ slot: Number, driver: String, results: [resultSchema] }, bare);

export const benchmarkSchema = new Schema<Benchmark>(
  { takenAt: Date, agentVersion: String, slots: [slotSchema] },
  bare,
);
