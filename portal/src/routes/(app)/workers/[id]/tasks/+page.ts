import { read } from '#lib/api/read.ts';
import { WorkerAttempts } from '#lib/api/attempts.ts';
import { attemptStates } from '#lib/look/jobState.ts';
import type { PageLoad } from './$types';

const perPage = 25;

export const load: PageLoad = async ({ params, parent, url }) => {
  const { link } = await parent();
  const state = attemptStates.find((known) => known === url.searchParams.get('state'));
  const after = url.searchParams.get('after');
  const asked = { id: params.id, state: state ? [state] : null, first: perPage, after };
  const { data, problem } = await read(link.client, url, WorkerAttempts, asked);
  return { asked, state, attempts: data, problem };
};
