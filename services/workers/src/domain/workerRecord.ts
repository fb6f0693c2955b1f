import type { Gpu } from '../model/hardware.ts';
import type { WorkerDocument } from '../model/worker.ts';

/** What is read of a worker to show it: none of its secrets. */
export const workerFields = {
  providerId: 1,
  role: 1,
  name: 1,
  nameKey: 1,
  intent: 1,
  createdAt: 1,
  updatedAt: 1,
  enrolledAt: 1,
  hardware: 1,
  customBid: 1,
  benchmark: 1,
  benchScore: 1,
  connection: 1,
  checks: 1,
  location: 1,
  fleet: 1,
} as const;

/** A worker as its provider sees it. */
export type WorkerRecord = Pick<WorkerDocument, '_id' | keyof typeof workerFields>;

/** What runs one task at a time. */
export interface Slot {
  index: number;
  gpu: Gpu | null;
}

/** One for each GPU, one if there is none; none before the hardware is known. */
export function slotsOf({ hardware }: WorkerRecord): Slot[] {
  if (!hardware) return [];
  if (!hardware.gpus.length) return [{ index: 0, gpu: null }];
  return hardware.gpus.map((gpu, index) => ({ index, gpu }));
}
