import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Api } from './api.ts';
import { dollars, ProgressBar, step } from './terminal.ts';

const mediaTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** The creator uploads a picture and submits it. Resolves to the job's id. */
export async function submit(creator: Api, picture: string): Promise<string> {
  const sizeBytes = (await stat(picture)).size;
  const contentType = mediaTypes[extname(picture).toLowerCase()];
  if (!contentType) throw new Error(`${picture} is none of ${Object.keys(mediaTypes).join(', ')}`);
  const { createUpload } = await creator.ask<{ createUpload: { assetId: string; url: string } }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { assetId url } }',
    { input: { sizeBytes, contentType } },
  );
  const body = await openAsBlob(picture, { type: contentType });
  const put = await fetch(createUpload.url, { method: 'PUT', body });
  if (!put.ok) throw new Error(`The picture could not be uploaded: ${put.status} ${await put.text()}`);
  const { submitJob } = await creator.ask<{
    submitJob: {
      id: string;
      state: string;
      reason: string | null;
      taskCount: number;
      maxCost: string;
      input: { width: number; height: number };
    };
  }>(
    'mutation ($input: SubmitJobInput!) { submitJob(input: $input) { id state reason taskCount maxCost input { width height } } }',
    { input: { key: randomUUID(), name: basename(picture), assetId: createUpload.assetId, factor: 2 } },
  );
  const { id, state, reason, taskCount, maxCost, input } = submitJob;
  if (state === 'REFUSED') throw new Error(`The job was refused: ${reason}`);
  step(
    `The creator submits ${basename(picture)} for upscaling ×2`,
    `${input.width} × ${input.height}, ${taskCount} bands, at most ${dollars(maxCost)}`,
  );
  return id;
}

interface JobNow {
  state: string;
  progress: number;
  expectedAt: string | null;
  reason: string | null;
}

const jobNow = 'state progress expectedAt reason';
const endStates = ['DONE', 'FAILED', 'CANCELLED', 'REFUSED'];
const askEveryMs = 2_000;

/** Follows the job by subscription until it is done, asking now and then for what an event may not have told. */
export async function follow(url: string, creator: Api, jobId: string): Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${creator.session}` },
  });
  const bar = new ProgressBar();
  const { promise, resolve, reject } = Promise.withResolvers<JobNow>();
  const see = (job: JobNow) => {
    bar.draw(job.progress, job.expectedAt);
    if (endStates.includes(job.state)) resolve(job);
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
  const job = await promise.finally(() => clearInterval(asking));
  bar.end();
  await client.dispose();
  if (job.state !== 'DONE') throw new Error(`The job ended as ${job.state}: ${job.reason}`);
  step('Every band is upscaled, spot-checked and put together');
}

/** Saves the result beside the platform's data. Resolves to its path. */
export async function fetchResult(creator: Api, jobId: string, dataDir: string): Promise<string> {
  const { job } = await creator.ask<{ job: { result: { url: string; width: number; height: number } } }>(
    'query ($id: ID!) { job(id: $id) { result { url width height } } }',
    { id: jobId },
  );
  const path = join(dataDir, 'result.png');
  const response = await fetch(job.result.url);
  if (!response.ok) throw new Error(`The result could not be fetched: ${response.status}`);
  await writeFile(path, Buffer.from(await response.arrayBuffer()));
  step('The result is there', `${relative('', path)}, ${job.result.width} × ${job.result.height}`);
  return path;
}
