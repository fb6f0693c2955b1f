import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../home/writeFileAtomically.ts';

const resultSchema = z.object({
  kind: z.enum(['UPSCALE', 'RENDER']),
  /** Output megapixels of upscaling, megasamples of rendering. */
  perSecond: z.number().positive(),
  engine: z.string(),
  model: z.string().nullable(),
  device: z.enum(['CPU', 'GPU']),
  /** By the reference GPU, which scores 1000. */
  score: z.number(),
});

const recordSchema = z.object({
  /** As an ISO text. */
  takenAt: z.string(),
  agentVersion: z.string(),
  /** Stands for the drivers, engines and models that were measured: with another one it is measured again. */
  basis: z.string(),
  /** That of the machine; the platform's word once it was told. */
  score: z.number(),
  /** Whether the reference GPU is assumed and not measured yet. */
  assumed: z.boolean(),
  slots: z.array(
    z.object({
      slot: z.int(),
      gpu: z.string().nullable(),
      driver: z.string().nullable(),
      score: z.number(),
      results: z.array(resultSchema),
    }),
  ),
  /** What could not be measured, in sentences. */
  problems: z.array(z.string()),
  /** Whether the platform knows of it. */
  reported: z.boolean(),
});

/** How fast this machine was found to be. */
export type BenchRecord = z.infer<typeof recordSchema>;
export type BenchSlot = BenchRecord['slots'][number];
export type BenchResult = z.infer<typeof resultSchema>;

/** Reads what was measured last; undefined when nothing was, or it cannot be read: then it is measured again. */
export async function readBenchRecord(path: string): Promise<BenchRecord | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps what was measured. */
export async function writeBenchRecord(path: string, record: BenchRecord): Promise<void> {
  await writeFileAtomically(path, `${JSON.stringify(record, null, 2)}\n`, true);
}
