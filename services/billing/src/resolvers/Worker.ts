import { batchReferences, type Context } from '@pictor/kit';
import { readEstimate } from '../domain/hourlyEstimate.ts';
import { readWorkers, type EarnerView } from '../domain/readEarnings.ts';
import { latestSlice } from '../domain/readMarket.ts';
import type { World } from '../domain/world.ts';
import type { WorkerResolvers } from '../generated/resolvers.ts';

export const Worker = (world: World): WorkerResolvers => {
  const sliceFor = batchReferences(async (ids, _: Context) => {
    const slice = await latestSlice(world);
    return ids.map(() => slice);
  });
  return {
    __resolveReference: batchReferences(
      async (ids, context: Context, references: readonly Omit<EarnerView, 'earnings'>[]) => {
        const workers = await readWorkers(world, context, ids);
        return workers.map((worker, i) => ({ ...references[i], ...worker }));
      },
    ),
    hourlyEstimate: async (worker, { bid }, context) =>
      readEstimate(worker, bid, await sliceFor(worker, context)),
  };
};
