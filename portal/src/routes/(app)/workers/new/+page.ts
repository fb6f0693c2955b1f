import { readDownloads } from '#lib/api/downloads.ts';
import { read } from '#lib/api/read.ts';
import { WorkerHead } from '#lib/api/workers.ts';
import type { PageLoad } from './$types';

/** A worker on its way in, or none yet; and what can be downloaded for it. */
export const load: PageLoad = async ({ parent, url, fetch }) => {
  const downloads = readDownloads(fetch);
  const { link } = await parent();
  const id = url.searchParams.get('id');
  if (!id) return { id, head: { worker: null }, downloads: await downloads };
  const { data } = await read(link.client, url, WorkerHead, { id });
  return { id, head: data, downloads: await downloads };
};
