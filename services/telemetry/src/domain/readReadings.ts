import { DomainError, parseInput } from '@pictor/kit';
import type { Reading } from '@pictor/schema/events';
import { z } from 'zod';
import type { ReadingDocument } from '../model/reading.ts';
import { readingId, readingOf } from './readingDocument.ts';
import { thin } from './thin.ts';
import type { WorkerView } from './workerView.ts';
import type { World } from './world.ts';

const maxRead = 4_000;
/** An agent takes a reading every 5 s: of a longer range than this, all are read only if they are few. */
const longestReadMs = maxRead * 5_000;
const maxLookups = 32;
const keptMs = 14 * 86_400_000;
const maxAheadMs = 5 * 60_000;

const rangeInput = z.object({
  from: z.date(),
  to: z.date().nullish(),
  most: z.int().min(1, 'must be 1 to 1000').max(1000, 'must be 1 to 1000'),
});

/**
 * A worker's readings from a moment up to another, thinned evenly to at most `most`, the earliest first; null for whom
 * they are not for. Throws INVALID_INPUT.
 */
export async function readReadings(
  world: World,
  worker: WorkerView,
  range: z.input<typeof rangeInput>,
): Promise<Reading[] | null> {
  const { from, to, most } = parseInput(rangeInput, range);
  const now = world.clock.now();
  const end = to?.getTime() ?? now;
  if (end < from.getTime()) throw new DomainError('INVALID_INPUT', 'The range ends before it begins.');
  if (!(await worker.liveness())) return null;
  const start = Math.max(from.getTime(), now - keptMs);
  const last = Math.min(end, now + maxAheadMs);
  if (last <= start) return [];
  const found = await readAll(world, worker.id, start, last, last - start > longestReadMs ? most : maxRead);
  return found ? thin(found, start, last, most) : readFirsts(world, worker.id, start, last, most);
}

/** All readings of the range, or undefined when they are more than `max`. */
async function readAll({ readings }: World, workerId: string, start: number, end: number, max: number) {
  const found = await readings
    .find({ _id: { $gte: readingId(workerId, start), $lt: readingId(workerId, end) } }, null, {
      sort: { _id: 1 },
      limit: max + 1,
    })
    .lean<ReadingDocument[]>();
  return found.length > max ? undefined : found.map(readingOf);
}

/** The first reading of each of `most` equal parts: so the work is bounded by what is asked for. */
async function readFirsts(
  { readings }: World,
  workerId: string,
  start: number,
  end: number,
  most: number,
): Promise<Reading[]> {
  const bound = (i: number) => readingId(workerId, Math.ceil(start + ((end - start) * i) / most));
  const firstOf = async (i: number) => {
    const [found] = await readings
      .find({ _id: { $gte: bound(i), $lt: bound(i + 1) } }, null, { sort: { _id: 1 }, limit: 1 })
      .lean<ReadingDocument[]>();
    return found ? [readingOf(found)] : [];
  };
  const firsts: Reading[] = [];
  for (let i = 0; i < most; i += maxLookups) {
    const parts = Array.from({ length: Math.min(maxLookups, most - i) }, (_, j) => firstOf(i + j));
    firsts.push(...(await Promise.all(parts)).flat());
  }
  return firsts;
}
