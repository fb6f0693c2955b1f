import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Api } from './api.ts';

const contentTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.blend': 'application/x-blender',
  '.zip': 'application/zip',
};

/** Sends a creator's file to the place that the platform gives for it. Resolves to the asset's id. */
export async function upload(creator: Api, file: string): Promise<string> {
  const sizeBytes = (await stat(file)).size;
  const contentType = contentTypes[extname(file).toLowerCase()];
  if (!contentType) throw new Error(`${file} is none of ${Object.keys(contentTypes).join(', ')}`);
  const { createUpload } = await creator.ask<{ createUpload: { assetId: string; url: string } }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { assetId url } }',
    { input: { sizeBytes, contentType } },
  );
  const body = await openAsBlob(file, { type: contentType });
  const put = await fetch(createUpload.url, { method: 'PUT', body });
  if (!put.ok) throw new Error(`${file} could not be uploaded: ${put.status} ${await put.text()}`);
  return createUpload.assetId;
}
