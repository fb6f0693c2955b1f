import type { JobDocument } from '../model/job.ts';
import type { World } from './world.ts';

/** Runs a submission, then waits until its job is no longer FUNDING, 5 s at most; the job as it is then. */
export async function awaitFunding(
  world: World,
  jobId: string,
  submit: () => Promise<void>,
): Promise<JobDocument> {
  const changes = world.events.listen('job.changed', { jobId }, { max: 1 });
  let cancel = () => {};
  try {
    await submit();
    cancel = world.clock.after(world.times.fundingWait, () => void changes.return());
    for (;;) {
      const job = await world.jobs.findById(jobId).lean();
      if (!job) throw new Error('The job just submitted is gone.');
      if (job.state !== 'FUNDING') return job;
      if ((await changes.next()).done) return job;
    }
  } finally {
    cancel();
    await changes.return();
  }
}
