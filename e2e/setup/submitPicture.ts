import { randomUUID } from 'node:crypto';
import type { Api } from '../../demo/api.ts';

/** Uploads a file as a PNG and submits it for upscaling; resolves to the job's id. Rejects with `CODE: sentence`. */
export async function submitPicture(creator: Api, file: Buffer): Promise<string> {
  const place = await askForPlace(creator, file.length);
  await put(place, file);
  const { submitJob } = await creator.ask<{ submitJob: { id: string } }>(
    'mutation ($input: SubmitJobInput!) { submitJob(input: $input) { id } }',
    { input: { key: randomUUID(), name: 'A picture', assetId: place.assetId } },
  );
  return submitJob.id;
}

/** A place that the platform has given for an upload. */
interface Place {
  assetId: string;
  url: string;
}

/** Asks for a place to put a PNG of so many bytes. */
export async function askForPlace(creator: Api, sizeBytes: number): Promise<Place> {
  const { createUpload } = await creator.ask<{ createUpload: Place }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { assetId url } }',
    { input: { sizeBytes, contentType: 'image/png' } },
  );
  return createUpload;
}

/** Puts a file in its place. Rejects with the status and what the platform answered. */
export async function put({ url }: Place, file: Buffer): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(file) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}
