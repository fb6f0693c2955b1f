import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCreator, aProvider, aWorker, anOperator } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { create } from './test/agents.ts';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

let workers: OpenedWorkers;
beforeAll(async () => void (workers = await openWorkers()));
afterAll(() => workers.close());

const bob = aProvider('bob');
const setBid =
  'mutation ($id: ID!, $bid: MicroUsd) { setWorkerBid(id: $id, bid: $bid) { bid customBid updatedAt } }';

/** What was told of a worker so far, in order, without what names it. */
function told<T extends 'worker.bid' | 'worker.market'>(topic: T, id: string) {
  return workers.events.delivered
    .filter((each) => each.topic === topic)
    .map(({ event }) => event as EventMap[T])
    .filter(({ workerId }) => workerId === id);
}
const isOnline = (id: string, revision = 1, connectivity: 'ONLINE' | 'OFFLINE' = 'ONLINE') =>
  workers.events.deliver('worker.connectivity', {
    ...{ workerId: id, providerId: aProvider().id, revision, connectivity },
    at: workers.clock.now(),
  });
const works = (id: string, revision: number, work: 'IDLE' | 'RENDERING') =>
  workers.events.deliver('worker.work', {
    ...{ workerId: id, providerId: aProvider().id, revision, work },
    at: workers.clock.now(),
  });

describe('a bid', () => {
  test('is the platform’s default until set, and again when taken away', async () => {
    const { id } = await create(workers, 'bids');
    const bidOf = async () =>
      (await workers.ask('query ($id: ID!) { worker(id: $id) { bid customBid } }', { id }, aProvider()))
        .worker;
    expect(await bidOf()).toEqual({ bid: '500000', customBid: null });
    workers.clock.advance(1_000);
    const updatedAt = new Date(workers.clock.now()).toISOString();
    expect(await workers.ask(setBid, { id, bid: '420000' }, aProvider())).toEqual({
      setWorkerBid: { bid: '420000', customBid: '420000', updatedAt },
    });
    expect(await bidOf()).toEqual({ bid: '420000', customBid: '420000' });
    await workers.ask(setBid, { id, bid: null }, aProvider());
    expect(await bidOf()).toEqual({ bid: '500000', customBid: null });
    await expect
      .poll(() => told('worker.bid', id).map(({ bidMicroUsd }) => bidMicroUsd))
      .toEqual(['420000', null]);
  });

  test('set again as it is changes nothing and is told to nobody', async () => {
    const { id } = await create(workers, 'same bid');
    await workers.ask(setBid, { id, bid: '420000' }, aProvider());
    const stored = () => workers.models.workers.findById(id, { outbox: 0 }).lean();
    const before = await stored();
    const changes = () =>
      workers.published('worker.changed').filter(({ workerId }) => workerId === id).length;
    const count = changes();
    workers.clock.advance(1_000);
    await workers.ask(setBid, { id, bid: '420000' }, aProvider());
    expect(await stored()).toEqual(before);
    expect(changes()).toBe(count);
  });

  test('is set by the worker’s own agent', async () => {
    const { id } = await create(workers, 'agent bids');
    expect((await workers.ask(setBid, { id, bid: '10000' }, aWorker(id))).setWorkerBid.customBid).toBe(
      '10000',
    );
  });

  test('is refused to everybody else', async () => {
    const { id } = await create(workers, 'not theirs');
    const other = await create(workers, 'another');
    const refusal = (actor?: ReturnType<typeof aProvider>) =>
      workers.refusal(setBid, { id, bid: '420000' }, actor);
    expect(await refusal()).toBe('UNAUTHENTICATED');
    expect(await refusal(bob)).toBe('NOT_FOUND');
    expect(await refusal(aWorker(other.id))).toBe('NOT_FOUND');
    expect(await refusal(aCreator())).toBe('FORBIDDEN');
    expect(await refusal(anOperator())).toBe('FORBIDDEN');
    expect((await workers.models.workers.findById(id).lean())!.customBid).toBeUndefined();
  });

  test.each(['0', '9999', '100000001', '-500000'])('of %s micro-dollars is refused', async (bid) => {
    const { id } = await create(workers, `bid ${bid}`);
    expect(await workers.refusal(setBid, { id, bid }, aProvider())).toBe('INVALID_INPUT');
  });
});

describe('the market', () => {
  test('is told what a worker brings whenever that changes, and of nothing else', async () => {
    const { id } = await create(workers, 'in the market');
    await isOnline(id);
    await works(id, 1, 'RENDERING');
    await workers.ask(
      'mutation ($id: ID!) { setWorkerIntent(id: $id, intent: DRAIN) { id } }',
      { id },
      aProvider(),
    );
    await workers.events.deliver('worker.heat', {
      ...{ workerId: id, providerId: aProvider().id, revision: 1, at: 0, hottestGpuCelsius: 70 },
    });
    await workers.ask(setBid, { id, bid: '420000' }, aProvider());
    await works(id, 2, 'IDLE');
    await isOnline(id, 2, 'OFFLINE');
    const base = { workerId: id, providerId: aProvider().id, benchScore: null, slots: 0 };
    await expect
      .poll(() => told('worker.market', id))
      .toMatchObject([
        { ...base, bidMicroUsd: '500000', online: true, busy: false },
        { ...base, bidMicroUsd: '500000', online: true, busy: true },
        { ...base, bidMicroUsd: '420000', online: true, busy: true },
        { ...base, bidMicroUsd: '420000', online: false, busy: false },
      ]);
    const revisions = told('worker.market', id).map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(new Set(revisions).size).toBe(4);
  });

  test('is not told of one that its own machine keeps from tasks, but while it has some', async () => {
    const { id } = await create(workers, 'held in the market');
    const standsBy = (revision: number, hold: EventMap['worker.standby']['hold']) =>
      workers.events.deliver('worker.standby', {
        ...{ workerId: id, providerId: aProvider().id, revision, at: workers.clock.now() },
        ...{ mining: false, hold },
      });
    await isOnline(id);
    await works(id, 1, 'RENDERING');
    await standsBy(1, { reason: 'TEMPERATURE', until: null });
    await works(id, 2, 'IDLE');
    await standsBy(2, null);
    await expect
      .poll(() => told('worker.market', id))
      .toMatchObject([
        { online: true, busy: false },
        { online: true, busy: true },
        { online: false, busy: false },
        { online: true, busy: false },
      ]);
  });

  test('is told of slots that take tasks when the hardware is reported', async () => {
    const { id } = await create(workers, 'slots');
    const gpus = [0, 1].map((index) => ({ index, uuid: `GPU-${index}`, name: 'RTX' }));
    const input = {
      ...{ gpus, cpu: 'A CPU', cpuCores: 8, memoryMiB: 16_384, os: 'Linux', agentVersion: '0.1.0' },
    };
    const report = 'mutation ($input: HardwareInput!) { reportHardware(input: $input) { id } }';
    await workers.ask(report, { input }, aWorker(id));
    await workers.ask(report, { input }, aWorker(id));
    const oneOff = gpus.map((gpu) => ({ ...gpu, takesTasks: gpu.index > 0 }));
    await workers.ask(report, { input: { ...input, gpus: oneOff } }, aWorker(id));
    await expect
      .poll(() => told('worker.market', id))
      .toMatchObject([{ slots: 2, online: false }, { slots: 1 }]);
  });
});

describe('a wallet address', () => {
  const setWallet = 'mutation ($address: String) { setWalletAddress(address: $address) { walletAddress } }';
  const address = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
  const signUp = `mutation ($email: String!) {
    signUp(input: { email: $email, password: "a long password" }) { account { id } } }`;
  const anAccount = async (email: string) =>
    aProvider((await workers.ask(signUp, { email })).signUp.account.id as string);

  test('is set, shown on the account and its workers, and removed', async () => {
    const owner = await anAccount('wallet@example.com');
    const { id } = await create(workers, 'paid', 'wallet', owner);
    const query = 'query ($id: ID!) { viewer { walletAddress } worker(id: $id) { walletAddress } }';
    expect(await workers.ask(query, { id }, owner)).toEqual({
      viewer: { walletAddress: null },
      worker: { walletAddress: null },
    });
    const given = await workers.ask(setWallet, { address: address.toLowerCase() }, owner);
    expect(given.setWalletAddress.walletAddress).toBe(address);
    expect(await workers.ask(query, { id }, owner)).toEqual({
      viewer: { walletAddress: address },
      worker: { walletAddress: address },
    });
    expect((await workers.ask(query, { id }, aWorker(id))).worker).toEqual({ walletAddress: address });
    for (const other of [undefined, bob, aWorker('wkr_other'), anOperator()])
      expect((await workers.ask(query, { id }, other)).worker).toBeNull();
    await workers.ask(setWallet, { address: null }, owner);
    expect((await workers.ask(query, { id }, owner)).worker.walletAddress).toBeNull();
  });

  test('with a wrong checksum is refused', async () => {
    const owner = await anAccount('mistyped@example.com');
    expect(await workers.refusal(setWallet, { address: address.replace('BeAed', 'Beaed') }, owner)).toBe(
      'INVALID_INPUT',
    );
  });

  test('is refused to strangers, agents and who provides nothing', async () => {
    expect(await workers.refusal(setWallet, { address })).toBe('UNAUTHENTICATED');
    for (const actor of [aWorker(), aCreator(), anOperator()])
      expect(await workers.refusal(setWallet, { address }, actor)).toBe('FORBIDDEN');
  });
});
