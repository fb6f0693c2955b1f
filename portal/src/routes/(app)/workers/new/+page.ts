import { read } from '#lib/api/read.ts';
import { WorkerHead } from '#lib/api/workers.ts';
import type { PageLoad } from './$types';

/** A worker on its way in, or none yet. */
export const load: PageLoad = async ({ parent, url }) => {
  const { link } = await parent();
  const id = url.searchParams.get('id');
  if (!id) return { id, head: { worker: null } };
  const { data } = await read(link.client, url, WorkerHead, { id });
  return { id, head: data };
};
