import type { ReadingDocument } from '../model/reading.ts';
import type { World } from './world.ts';

const duplicate = 11_000;

interface WriteFailure {
  writeErrors?: { index: number; code: number }[];
}

/** Inserts the readings of several batches by one command; gives for each batch the ids that were stored before. */
export async function insertReadings(
  { readings }: World,
  batches: readonly ReadingDocument[][],
): Promise<ReadonlySet<string>[]> {
  const documents = batches.flat();
  const known = await insert(documents, () => readings.insertMany(documents, { ordered: false, lean: true }));
  let start = 0;
  return batches.map((batch) => {
    const end = start + batch.length;
    const repeated = batch.filter((_, i) => known.has(start + i)).map(({ _id }) => _id);
    start = end;
    return new Set(repeated);
  });
}

/** The positions of those that are stored already. */
async function insert(
  documents: readonly ReadingDocument[],
  run: () => Promise<unknown>,
): Promise<Set<number>> {
  if (!documents.length) return new Set();
  try {
    await run();
    return new Set();
  } catch (error) {
    const { writeErrors } = error as WriteFailure;
    if (!writeErrors?.length || writeErrors.some(({ code }) => code !== duplicate)) throw error;
    return new Set(writeErrors.map(({ index }) => index));
  }
}
