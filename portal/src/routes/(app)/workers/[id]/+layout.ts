import { error } from '@sveltejs/kit';
import { read } from '#lib/api/read.ts';
import { WorkerHead } from '#lib/api/workers.ts';
import type { LayoutLoad } from './$types';

/** The worker that the pages below are about. Another provider's is not found. */
export const load: LayoutLoad = async ({ params, parent, untrack, url }) => {
  const { link } = await parent();
  const { data } = await read(
    link.client,
    untrack(() => new URL(url)),
    WorkerHead,
    { id: params.id },
  );
  if (!data.worker) {
    error(404, 'There is no such worker.', {
      code: 'NOT_FOUND',
      remedy: 'It may have been deleted, or belong to another account.',
    });
  }
  return { head: { worker: data.worker } };
};
