import { read } from '#lib/api/read.ts';
import { since, WorkerReadings } from '#lib/api/readings.ts';
import type { PageLoad } from './$types';

const minutes = [5, 15, 60];
const usual = 15;
/** More than a chart has columns. */
const most = 300;

/** The readings of the last minutes: 5, 15 or 60, as the address says. */
export const load: PageLoad = async ({ params, parent, url }) => {
  const { link } = await parent();
  const asked = Number(url.searchParams.get('minutes'));
  const window = (minutes.includes(asked) ? asked : usual) * 60_000;
  const from = since(window);
  const { data, problem } = await read(link.client, url, WorkerReadings, { id: params.id, from, most });
  return { minutes, window, readings: data.worker?.readings ?? [], problem };
};
