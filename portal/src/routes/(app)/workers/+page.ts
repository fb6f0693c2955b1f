import { read } from '#lib/api/read.ts';
import { WorkerStatistics } from '#lib/api/attempts.ts';
import { since, WorkerReadings } from '#lib/api/readings.ts';
import { FleetNow, Workers } from '#lib/api/workers.ts';
import { listVariables, readList } from '#lib/api/workerList.ts';
import type { PageLoad } from './$types';

const latestTasks = 6;
const vitalsLast = 2 * 60_000;

/** The fleet, counted, and a page of it; the whole story of a worker that is the only one. */
export const load: PageLoad = async ({ url, parent }) => {
  const { link } = await parent();
  const list = readList(url.searchParams);
  const [fleet, page] = await Promise.all([
    read(link.client, url, FleetNow, {}),
    read(link.client, url, Workers, listVariables(list)),
  ]);
  const only = fleet.data.fleet?.total === 1 ? page.data.workers.edges[0]?.node.id : undefined;
  const solo = only ? await soloOf(only) : undefined;
  return { list, fleet: fleet.data, page: page.data, problem: fleet.problem ?? page.problem, solo };

  async function soloOf(id: string) {
    const asked = { statistics: { id, days: 1, attempts: latestTasks }, readings: readingsOf(id) };
    const [statistics, readings] = await Promise.all([
      read(link.client, url, WorkerStatistics, asked.statistics),
      read(link.client, url, WorkerReadings, asked.readings),
    ]);
    return { id, asked, statistics: statistics.data, readings: readings.data };
  }
};

function readingsOf(id: string) {
  return { id, from: since(vitalsLast), most: 100 };
}
