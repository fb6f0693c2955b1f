import { randomUUID } from 'node:crypto';
import type { Api } from '../../demo/api.ts';

/** Uploads a file as a PNG and submits it for upscaling; resolves to the job's id. Rejects with `CODE: sentence`. */
export async function submitPicture(creator: Api, file: Buffer): Promise<string> {
  const assetId = await uploadPicture(creator, file);
  const { submitJob } = await creator.ask<{ submitJob: { id: string } }>(
    'mutation ($input: SubmitJobInput!) { submitJob(input: $input) { id } }',
    { input: { key: randomUUID(), name: 'A picture', assetId } },
  );
  return submitJob.id;
}

/** Uploads a file as a PNG; resolves to its asset's id. Rejects with what the platform answered. */
export async function uploadPicture(creator: Api, file: Buffer): Promise<string> {
  const { createUpload } = await creator.ask<{ createUpload: { assetId: string; url: string } }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { assetId url } }',
    { input: { sizeBytes: file.length, contentType: 'image/png' } },
  );
  const put = await fetch(createUpload.url, { method: 'PUT', body: new Uint8Array(file) });
  if (!put.ok) throw new Error(`${put.status} ${await put.text()}`);
  return createUpload.assetId;
}
