import { cacheExchange, type Cache } from '@urql/exchange-graphcache';

const embedded = [
  'Balance',
  'Band',
  'Benchmark',
  'BenchmarkResult',
  'BidPercentiles',
  'Checker',
  'Compliance',
  'ComplianceCheck',
  'ConnectionSpeed',
  'CreatedWorker',
  'DayEarnings',
  'Earnings',
  'Estimate',
  'File',
  'FillRate',
  'Fleet',
  'Frame',
  'FrameRange',
  'Gpu',
  'GpuSample',
  'Hardware',
  'Hold',
  'HostSample',
  'HourlyEstimate',
  'Xid',
  'JobCharge',
  'Location',
  'Market',
  'PageInfo',
  'Picture',
  'Prices',
  'Reading',
  'RecordedReading',
  'Render',
  'Slot',
  'SlotBenchmark',
  'StatusCount',
  'Trust',
  'Upload',
  'WorkerChange',
  'AttemptChange',
  'BalanceChange',
  'Earned',
  'JobChange',
  'WorkerConfiguration',
  'WorkerStatus',
];

/** Makes every list that holds a deleted worker be asked for again. */
function forget(cache: Cache, workerId: unknown): void {
  if (typeof workerId === 'string') cache.invalidate({ __typename: 'Worker', id: workerId });
}

function outdate(cache: Cache, field: string): void {
  for (const { fieldName, arguments: given } of cache.inspectFields('Query')) {
    if (fieldName === field) cache.invalidate('Query', fieldName, given);
  }
}

/** One copy of each worker, job and task, which queries fill and subscriptions keep fresh. */
export const normalizedCache = () =>
  cacheExchange({
    keys: Object.fromEntries(embedded.map((type) => [type, () => null])),
    updates: {
      Mutation: {
        deleteWorker: (_result, given, cache) => forget(cache, given['id']),
        createWorker: (_result, _given, cache) => outdate(cache, 'workers'),
        submitJob: (_result, _given, cache) => outdate(cache, 'jobs'),
      },
      Subscription: {
        workerChanged: (result, _given, cache) => {
          const change = result['workerChanged'] as { deleted: boolean; workerId: string } | null;
          if (change?.deleted) forget(cache, change.workerId);
        },
      },
    },
  });
