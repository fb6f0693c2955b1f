import type { Client } from '@urql/core';
import type { RenderInput } from '#lib/generated/graphql.ts';
import { CreateUpload, SubmitJob } from './jobs.ts';
import { problemOf, unreachable, type Problem } from './problem.ts';
import { upload, UploadRefused } from './upload.ts';

/** A picture or a scene to submit as a job. */
export interface Submission {
  file: File;
  contentType: string;
  name: string;
  /** What to render of a scene; left out for a picture. */
  render?: RenderInput;
  /** What is paid at most for 3,600 work units, in micro-dollars; left out for the platform's default. */
  bid?: string;
  /** Made once a submission, so that sending it twice makes one job. */
  key: string;
}

/** How a submission goes: the share sent so far, and a signal that ends it. */
export interface Sending {
  onprogress: (share: number) => void;
  signal: AbortSignal;
}

type Placed = { assetId: string } | { problem: Problem };

/** Files that arrived while their job was not made: half a gigabyte is not sent again for a corrected field. */
const arrived = new WeakMap<File, string>();

/** Puts a file in its place and submits it. Returns the job's id, or the problem; safe to repeat with the same key. */
export async function sendJob(
  client: Client,
  { file, contentType, name, render, bid, key }: Submission,
  sending: Sending,
): Promise<{ jobId: string } | { problem: Problem }> {
  const placed = await place(client, file, contentType, sending);
  if ('problem' in placed) return placed;
  const { assetId } = placed;
  const job = { key, name, assetId, render: render ?? null, bid: bid ?? null };
  const made = await client.mutation(SubmitJob, job).toPromise();
  if (made.data) {
    arrived.delete(file);
    return { jobId: made.data.submitJob.id };
  }
  const problem = made.error ? problemOf(made.error) : unreachable;
  if (isOfTheFile(problem)) arrived.delete(file);
  return { problem };
}

async function place(
  client: Client,
  file: File,
  contentType: string,
  { onprogress, signal }: Sending,
): Promise<Placed> {
  const known = arrived.get(file);
  if (known) {
    onprogress(1);
    return { assetId: known };
  }
  const { data, error } = await client
    .mutation(CreateUpload, { sizeBytes: file.size, contentType })
    .toPromise();
  if (!data) return { problem: error ? problemOf(error) : unreachable };
  const { assetId, url } = data.createUpload;
  try {
    await upload(file, contentType, url, onprogress, signal);
  } catch (failure) {
    return { problem: asProblem(failure) };
  }
  arrived.set(file, assetId);
  return { assetId };
}

function isOfTheFile({ code }: Problem): boolean {
  return code === 'ASSET_NOT_FOUND' || code === 'UPLOAD_INCOMPLETE' || code.startsWith('NOT_A_');
}

function asProblem(error: unknown): Problem {
  const { code, message } = error instanceof UploadRefused ? error : new UploadRefused('');
  return { code, message, remedy: 'Nothing was reserved. Check the connection, then submit again.' };
}
