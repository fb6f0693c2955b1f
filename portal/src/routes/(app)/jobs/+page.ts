import { Jobs, Purse } from '#lib/api/jobs.ts';
import { read } from '#lib/api/read.ts';
import { jobStates } from '#lib/look/jobState.ts';
import type { PageLoad } from './$types';

const perPage = 20;

/** The viewer's jobs, and what they can spend. */
export const load: PageLoad = async ({ parent, url }) => {
  const { link } = await parent();
  const state = jobStates.find((known) => known === url.searchParams.get('state'));
  const search = (url.searchParams.get('search') ?? '').slice(0, 64);
  const after = url.searchParams.get('after');
  const asked = {
    jobs: { state: state ? [state] : null, search: search || null, first: perPage, after },
    purse: { postings: 3 },
  };
  const [jobs, purse] = await Promise.all([
    read(link.client, url, Jobs, asked.jobs),
    read(link.client, url, Purse, asked.purse),
  ]);
  return { asked, state, search, jobs: jobs.data, purse: purse.data, problem: jobs.problem ?? purse.problem };
};
