import { deleteWorker, enrolWorker } from './deleteWorker.ts';
import { fundJob, refuseJob } from './fundJob.ts';
import { hearBid } from './hearBid.ts';
import type { World } from './world.ts';

/** Registers what this service does when others tell it something; hearing anything again does no harm. */
export function receive(world: World): void {
  const { events } = world;
  events.receive('worker.enrolled', ({ workerId, providerId }) => enrolWorker(world, workerId, providerId));
  events.receive('worker.deleted', (deleted) => deleteWorker(world, deleted));
  events.receive('worker.bid', (heard) => hearBid(world, heard));
  events.receive('job.funded', ({ jobId }) => fundJob(world, jobId));
  events.receive('job.refused', ({ jobId, code }) => refuseJob(world, jobId, code));
}
