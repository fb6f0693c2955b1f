import type { Client } from '@urql/core';
import { CreateUpload, SubmitJob } from './jobs.ts';
import { problemOf, unreachable, type Problem } from './problem.ts';
import { upload, UploadRefused } from './upload.ts';

/** A picture to submit as a job. */
export interface Submission {
  file: File;
  name: string;
  /** Made once a submission, so that sending it twice makes one job. */
  key: string;
}

/** How a submission goes: the share sent so far, and a signal that ends it. */
export interface Sending {
  onprogress: (share: number) => void;
  signal: AbortSignal;
}

/** Puts a picture in its place and submits it. Returns the job's id, or the problem; safe to repeat with the same key. */
export async function sendPicture(
  client: Client,
  { file, name, key }: Submission,
  { onprogress, signal }: Sending,
): Promise<{ jobId: string } | { problem: Problem }> {
  const place = await client
    .mutation(CreateUpload, { sizeBytes: file.size, contentType: file.type })
    .toPromise();
  if (!place.data) return { problem: place.error ? problemOf(place.error) : unreachable };
  const { assetId, url } = place.data.createUpload;
  try {
    await upload(file, url, onprogress, signal);
  } catch (error) {
    return { problem: asProblem(error) };
  }
  const made = await client.mutation(SubmitJob, { key, name, assetId }).toPromise();
  if (!made.data) return { problem: made.error ? problemOf(made.error) : unreachable };
  return { jobId: made.data.submitJob.id };
}

function asProblem(error: unknown): Problem {
  const { code, message } = error instanceof UploadRefused ? error : new UploadRefused('');
  return { code, message, remedy: 'Nothing was reserved. Check the connection, then submit again.' };
}
