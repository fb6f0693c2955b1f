import type { Reading } from '@pictor/schema/events';
import type { ReadingDocument } from '../model/reading.ts';
import type { Agent } from './agentOf.ts';

/** The id of a worker's reading of a moment; ids of one worker sort by time. */
export const readingId = (workerId: string, at: number) => `${workerId}/${new Date(at).toISOString()}`;

/** A reading as it is stored. */
export function documentOf({ workerId, providerId }: Agent, reading: Reading): ReadingDocument {
  const { at, gpus, host } = reading;
  return { _id: readingId(workerId, at), workerId, providerId, at: new Date(at), gpus, host };
}

/** A stored reading as it is shown. */
export function readingOf({ at, gpus, host }: ReadingDocument): Reading {
  return { at: at.getTime(), gpus, host };
}
