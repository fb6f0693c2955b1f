import { WorkerTerms } from '#lib/api/market.ts';
import { read } from '#lib/api/read.ts';
import type { PageLoad } from './$types';

/** What the worker asks, what it should earn at that, and what others ask. */
export const load: PageLoad = async ({ params, parent, url }) => {
  const { link } = await parent();
  const { data, problem } = await read(link.client, url, WorkerTerms, { id: params.id, bid: null });
  return { terms: data, problem };
};
