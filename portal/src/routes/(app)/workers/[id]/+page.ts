import { read } from '#lib/api/read.ts';
import { WorkerStatistics } from '#lib/api/attempts.ts';
import type { PageLoad } from './$types';

/** Days of earnings, and latest attempts, that the page shows. */
const days = 30;
const attempts = 8;

export const load: PageLoad = async ({ params, parent, url }) => {
  const { link } = await parent();
  const asked = { id: params.id, days, attempts };
  const { data, problem } = await read(link.client, url, WorkerStatistics, asked);
  return { asked, statistics: data, problem };
};
