import type { JobLiveFragment } from '#lib/generated/graphql.ts';
import { counted, inWords, sentence } from './counted.ts';
import { inSentence, micros } from './money.ts';
import { about, asText, span } from './time.ts';

/** What a job's page says first: how far it is, and what follows. */
export interface JobWords {
  is: string;
  then: string;
  tone: 'plain' | 'warn' | 'bad';
}

/** What a job has cost its creator so far. */
export function costOf(charge: JobLiveFragment['charge']): bigint {
  return charge ? micros(charge.rewards) + micros(charge.fees) : 0n;
}

/** What a job is counted by: its bands, or its frames. */
export interface JobParts {
  count: number;
  done: number;
  noun: 'band' | 'frame';
}

/** Counts a job by what its creator gets: bands of a picture, frames of a scene. */
export function partsOf({
  render,
  taskCount,
  verifiedTaskCount,
}: Pick<JobLiveFragment, 'render' | 'taskCount' | 'verifiedTaskCount'>): JobParts {
  return render
    ? { count: render.frameCount, done: render.verifiedFrameCount, noun: 'frame' }
    : { count: taskCount, done: verifiedTaskCount, noun: 'band' };
}

/** Puts a job's state into two sentences. */
export function jobWords(job: JobLiveFragment, now: number): JobWords {
  const plain = (is: string, then: string): JobWords => ({ is, then, tone: 'plain' });
  const cost = inSentence(costOf(job.charge));
  const { count, done, noun } = partsOf(job);
  const of = `${done === 0 ? 'None' : sentence(inWords(done))} of ${counted(count, noun)}`;
  const back = job.render ? 'verified' : 'back';
  const took = job.finishedAt ? asText(span(Date.parse(job.finishedAt) - Date.parse(job.createdAt))) : '';
  switch (job.state) {
    case 'FUNDING':
      return plain(`${job.name} waits for its price to be reserved.`, 'That is answered within seconds.');
    case 'REFUSED':
      return {
        is: `${job.name} was refused, and nothing was taken.`,
        then: job.reason ?? 'It could not be paid for.',
        tone: 'warn',
      };
    case 'QUEUED':
      if (job.lacks)
        return { is: `${job.name} is paid for.`, then: lackOf(job.lacks, job.render), tone: 'warn' };
      return plain(`${job.name} is paid for.`, 'It waits for a worker.');
    case 'RUNNING':
      if (job.lacks)
        return {
          is: `${of} ${done < 2 ? 'is' : 'are'} ${back}.`,
          then: lackOf(job.lacks, job.render),
          tone: 'warn',
        };
      if (job.render && count === 1) return plain('The frame is being rendered.', restOf(job, now));
      return plain(`${of} ${done < 2 ? 'is' : 'are'} ${back}.`, restOf(job, now));
    case 'ASSEMBLING':
      return count === 1
        ? plain(`The ${noun} is ${back}.`, 'It is being put in its place.')
        : plain(`All ${counted(count, noun)} are ${back}.`, 'They are being put together.');
    case 'DONE':
      return plain(`${job.name} is ready.`, `It took ${took} and cost ${cost}.`);
    case 'FAILED':
      return { is: `${job.name} failed.`, then: job.reason ?? `A ${noun} could not be done.`, tone: 'bad' };
    case 'CANCELLED':
      return plain(
        `${job.name} was cancelled.`,
        done === 0
          ? 'All that was reserved came back.'
          : `${of} ${done === 1 ? 'was' : 'were'} verified and cost ${cost}; the rest came back.`,
      );
  }
}

/** Why nobody can take what waits of a job, and what its creator can do about it. */
function lackOf(lack: NonNullable<JobLiveFragment['lacks']>, render: JobLiveFragment['render']): string {
  switch (lack) {
    case 'WORKER':
      return 'No worker is online now: it waits until one is.';
    case 'ENGINE':
      return `No worker online can ${render ? 'render' : 'upscale'} now: it waits until one can.`;
    case 'BLENDER_VERSION':
      return `It was saved by Blender ${render?.sceneVersion}, and no worker online has one as new: save it by an older one, or wait.`;
    case 'LOWER_BID':
      return 'Every worker online that could do it asks more than its ceiling: submit it with a higher one, or wait.';
  }
}

function restOf({ expectedAt }: JobLiveFragment, now: number): string {
  if (!expectedAt) return 'How long the rest takes is not known yet.';
  const left = Date.parse(expectedAt) - now;
  return left > 0
    ? `The rest takes about ${asText(about(left))}.`
    : 'The rest takes longer than was thought.';
}
