import { batchReferences, type Context } from '@pictor/kit';
import { bidOf } from '../domain/bid.ts';
import { walletsOf } from '../domain/findAccounts.ts';
import { benchmarkView } from '../domain/benchmarkView.ts';
import { complianceView } from '../domain/complianceView.ts';
import { findWorkers } from '../domain/findWorkers.ts';
import { standingOf } from '../domain/status.ts';
import { slotsOf, type WorkerRecord } from '../domain/workerRecord.ts';
import type { World } from '../domain/world.ts';
import type { WorkerResolvers } from '../generated/resolvers.ts';

export const Worker = (world: World): WorkerResolvers<Context, WorkerRecord> => {
  const walletOf = batchReferences((ids, _: Context) => walletsOf(world, ids));
  return {
    __resolveReference: batchReferences((ids, context: Context) => findWorkers(world, context, ids)),
    id: ({ _id }) => _id,
    provider: ({ providerId }) => ({ id: providerId }),
    status: standingOf,
    slots: slotsOf,
    bid: (worker) => bidOf(world, worker),
    benchScore: ({ benchScore }) => benchScore ?? null,
    benchmark: benchmarkView,
    connection: ({ connection }) => connection ?? null,
    compliance: (worker) => complianceView(worker, world.agentVersion),
    location: ({ location }) => location ?? null,
    walletAddress: ({ providerId: id }, _, context) => walletOf({ id }, context),
  };
};
