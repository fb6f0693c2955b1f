import { error } from '@sveltejs/kit';
import { JobWhole } from '#lib/api/jobs.ts';
import { read } from '#lib/api/read.ts';
import type { PageLoad } from './$types';

/** One job with its bands. Another creator's is not found. */
export const load: PageLoad = async ({ params, parent, url }) => {
  const { link } = await parent();
  const { data, problem } = await read(link.client, url, JobWhole, { id: params.id });
  if (!data.job) {
    error(404, 'There is no such job.', { code: 'NOT_FOUND', remedy: 'It may belong to another account.' });
  }
  return { whole: { ...data, job: data.job }, problem };
};
