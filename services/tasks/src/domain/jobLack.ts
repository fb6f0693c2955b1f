import type { JobDocument } from '../model/job.ts';
import type { Lack } from './AtHand.ts';
import type { World } from './world.ts';

/** What no worker at hand has that a job's waiting tasks need; null where one has all of it, or no task waits. */
export function jobLack({ atHand }: World, { state, hungry, kind, render, bid }: JobDocument): Lack | null {
  if (!hungry || (state !== 'QUEUED' && state !== 'RUNNING')) return null;
  return atHand.lackFor({ kind, sceneVersion: render?.sceneVersion, bid });
}
