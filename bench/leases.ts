import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, LocalEvents, systemClock, TokenVerifier, type Actor } from '@pictor/kit';
import { bandOf } from '@pictor/schema/bid';
import type { EventMap } from '@pictor/schema/events';
import { journaled, openStore } from '@pictor/store';
import { createTasks } from '@pictor/tasks';
import { prices } from '../services/prices.ts';
import { median, printTable } from './table.ts';

const rounds = 7;
const leasesPerRound = 400;
const atOnce = 8;

const leaseTask = 'mutation Lease($slot: Int!) { leaseTask(slot: $slot) { attemptId } }';
/** The slot that a steady worker has leased before it is measured. */
const lastSlot = 63;

/** Leases from a queue by many workers at once, against a bare conditional update on the same collection. */
export async function benchLeases(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pictor-bench-'));
  const log = createLog({ level: 'error' });
  const store = await openStore({ dataDir, log });
  const connection = store.connection();
  const tasks = createTasks({
    connection,
    events: new LocalEvents<EventMap>(),
    clock: systemClock,
    log,
    verifier: new TokenVerifier(generateKeyPairSync('ed25519').publicKey),
    prices,
    dataDir,
    publicUrl: 'http://127.0.0.1:1',
    filesKey: randomBytes(32),
  });
  await tasks.start();
  const collections = {
    jobs: connection.model('Job').collection,
    tasks: connection.model('Task').collection,
  };
  const lease = async (workerId: string, slot: number) => {
    const operation = { query: leaseTask, variables: { slot } };
    const { data, errors } = await tasks.subgraph.execute(operation, worker(workerId));
    if (!data?.leaseTask) throw new Error(`Nothing was leased: ${JSON.stringify(errors)}`);
  };
  const speeds: Record<'bare' | 'fresh' | 'steady', number[]> = { bare: [], fresh: [], steady: [] };
  try {
    for (let round = 0; round <= rounds; round++) {
      const queue = `queue-${round}`;
      await fillQueue(collections, `bare-${queue}`, false);
      const bare = await perSecond((n) =>
        collections.tasks.findOneAndUpdate(
          { jobId: `bare-${queue}`, state: 'QUEUED' },
          { $set: { state: 'RUNNING', 'lease.workerId': `bare-${round}-${n}`, 'lease.slot': 0 } },
          { sort: { index: 1 }, writeConcern: journaled },
        ),
      );
      await fillQueue(collections, `fresh-${queue}`, true);
      const fresh = await perSecond((n) => lease(`fresh-${round}-${n}`, 0));
      await fillQueue(collections, `steady-${queue}`, true);
      const steadyWorkers = Array.from({ length: atOnce }, (_, i) => `steady-${round}-${i}`);
      await Promise.all(steadyWorkers.map((workerId) => lease(workerId, lastSlot)));
      const steady = await perSecond((n) => lease(steadyWorkers[n % atOnce]!, Math.floor(n / atOnce)));
      if (round === 0) continue;
      speeds.bare.push(bare);
      speeds.fresh.push(fresh);
      speeds.steady.push(steady);
    }
  } finally {
    await tasks.stop();
    await store.close();
    rmSync(dataDir, { recursive: true });
  }
  const floor = median(speeds.bare);
  const row = (what: string, values: readonly number[]) => ({
    what,
    '/s': median(values),
    'of floor': median(values) / floor,
  });
  printTable(`leases by ${atOnce} workers at once, embedded store, synced to disk`, [
    row('bare conditional update', speeds.bare),
    row('leaseTask, each by a worker never seen before', speeds.fresh),
    row('leaseTask, by workers at work already', speeds.steady),
  ]);
}

const worker = (id: string): Actor => ({
  id,
  role: 'worker',
  workerId: id,
  providerId: 'provider',
  permissions: ['work'],
});

async function perSecond(act: (n: number) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let n = 0;
  const one = async () => {
    while (n < leasesPerRound) await act(n++);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (n * 1000) / (performance.now() - startedAt);
}

/** A funded job with more tasks than will be asked for. */
async function fillQueue(
  {
    jobs,
    tasks,
  }: Record<
    'jobs' | 'tasks',
    {
      insertMany(documents: object[]): Promise<unknown>;
      updateMany(filter: object, update: object): Promise<unknown>;
    }
  >,
  jobId: string,
  hungry: boolean,
) {
  const now = new Date();
  const dates = { createdAt: now, updatedAt: now };
  const terms = {
    kind: 'UPSCALE',
    creatorId: 'creator',
    factor: 2,
    feeBasisPoints: prices.feeBasisPoints,
    ...dates,
  };
  await jobs.updateMany({ hungry: true }, { $set: { hungry: false } });
  await jobs.insertMany([
    {
      _id: jobId,
      ...terms,
      name: jobId,
      state: 'QUEUED',
      bid: prices.defaultBidMicroUsd,
      ceilingBand: bandOf(prices.defaultBidMicroUsd),
      offers: 1,
      hungry,
      taskCount: leasesPerRound + atOnce,
      verifiedTaskCount: 0,
      milliUnits: 1,
      verifiedMilliUnits: 0,
    },
  ]);
  const band = { top: 0, height: 90, inputTop: 0, inputHeight: 102, inputBytes: 10_000 };
  await tasks.insertMany(
    Array.from({ length: leasesPerRound + atOnce }, (_, index) => ({
      _id: `${jobId}:${index}`,
      jobId,
      ...terms,
      index,
      state: 'QUEUED',
      width: 640,
      band,
      milliUnits: 93,
      attempts: 0,
      progress: 0,
    })),
  );
}
