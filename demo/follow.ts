import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Api } from './api.ts';
import { Stillness } from './Stillness.ts';
import { ProgressBar } from './terminal.ts';

interface JobNow {
  state: string;
  progress: number;
  expectedAt: string | null;
  reason: string | null;
}

const jobNow = 'state progress expectedAt reason';
const endStates = ['DONE', 'FAILED', 'CANCELLED', 'REFUSED'];
const askEveryMs = 2_000;

/**
 * Follows the job by subscription until it is done, asking now and then for what an event may not have told. Rejects when it
 * ends otherwise, or when nothing moves for five minutes.
 */
export async function follow(url: string, creator: Api, jobId: string): Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${creator.session}` },
  });
  const bar = new ProgressBar();
  const stillness = new Stillness();
  const { promise, resolve, reject } = Promise.withResolvers<JobNow>();
  const see = (job: JobNow) => {
    bar.draw(job.progress, job.expectedAt);
    if (endStates.includes(job.state)) return resolve(job);
    if (stillness.isTooLong(`${job.state} ${job.progress}`))
      reject(
        new Error(
          `Nothing has moved for five minutes: the job is still ${job.state}. What the agent does is in data-demo/agent/agent.log, and what this machine lacks says: npm run agent -- doctor --home data-demo/agent`,
        ),
      );
  };
  client.subscribe<{ jobChanged: { job: JobNow } }>(
    {
      query: `subscription ($id: ID) { jobChanged(jobId: $id) { job { ${jobNow} } } }`,
      variables: { id: jobId },
    },
    { next: ({ data }) => data && see(data.jobChanged.job), error: reject, complete: () => {} },
  );
  const ask = () =>
    creator
      .ask<{ job: JobNow }>(`query ($id: ID!) { job(id: $id) { ${jobNow} } }`, { id: jobId })
      .then(({ job }) => see(job), reject);
  const asking = setInterval(ask, askEveryMs);
  const job = await promise.finally(async () => {
    clearInterval(asking);
    bar.end();
    await client.dispose();
  });
  if (job.state !== 'DONE') throw new Error(`The job ended as ${job.state}: ${job.reason}`);
}
