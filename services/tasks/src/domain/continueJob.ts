import { DomainError } from '@pictor/kit';
import type { JobDocument, JobStep } from '../model/job.ts';
import { PictureError } from '../picture/PictureError.ts';
import { assembleJob } from './assembleJob.ts';
import { closeJob } from './closeJob.ts';
import type { World } from './world.ts';
import { failJob } from './failJob.ts';
import { limits } from './limits.ts';
import { prepareJob } from './prepareJob.ts';

const steps: Readonly<Record<JobStep, (world: World, job: JobDocument) => Promise<void>>> = {
  PREPARE: prepareJob,
  ASSEMBLE: assembleJob,
  CLOSE: closeJob,
};

/** Does what the server itself must do for a job, step by step; what fails is taken up by the next sweep. Never rejects. */
export async function continueJob(world: World, jobId: string): Promise<void> {
  return world.underWay.run(`job ${jobId}`, async () => {
    for (;;) {
      const job = await world.jobs.findById(jobId).lean();
      if (!job?.step || !(await tryStep(world, job, job.step))) return;
    }
  });
}

/** Continues the jobs whose next step is the server's. */
export async function continueJobs(world: World, max: number): Promise<void> {
  const jobs = await world.jobs
    .find({ step: { $exists: true } }, { _id: 1 })
    .limit(max)
    .lean();
  await Promise.all(jobs.map(({ _id }) => continueJob(world, _id)));
}

async function tryStep(world: World, job: JobDocument, step: JobStep): Promise<boolean> {
  try {
    await steps[step](world, job);
    return true;
  } catch (error) {
    world.log.warn({ err: error, jobId: job._id, step }, 'a step of a job failed and will be tried again');
    if (step !== 'CLOSE' && !isPassing(error)) await countTry(world, job, step);
    return false;
  }
}

async function countTry(world: World, job: JobDocument, step: JobStep): Promise<void> {
  await world.jobs.updateOne({ _id: job._id, step }, { $inc: { stepTries: 1 } });
  if (job.stepTries + 1 < limits.stepTries) return;
  await failJob(world, job._id, `${step}_FAILED`, 'The platform could not handle the files of this job.');
}

/** Whether it is not the job's fault. */
function isPassing(error: unknown): boolean {
  const known = error instanceof DomainError || error instanceof PictureError;
  return known && (error.code === 'DISK_FULL' || error.code === 'PICTURE_PROCESS_FAILED');
}
