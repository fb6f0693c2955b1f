import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProvider, aWorker, runSubscription } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { create } from './test/agents.ts';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

let workers: OpenedWorkers;
beforeAll(async () => void (workers = await openWorkers()));
afterAll(() => workers.close());

const bob = aProvider('bob');

type Axis = 'worker.connectivity' | 'worker.work' | 'worker.heat' | 'worker.earned' | 'worker.standby';
type Told<T extends Axis> = Omit<EventMap[T], 'workerId' | 'providerId' | 'at'>;

const tell = <T extends Axis>(topic: T, workerId: string, told: Told<T>) =>
  workers.events.deliver(topic, {
    workerId,
    providerId: aProvider().id,
    at: workers.clock.now(),
    ...told,
  } as unknown as EventMap[T]);

async function status(id: string) {
  const query =
    'query ($id: ID!) { worker(id: $id) { status { connectivity work shown since hottestGpuCelsius } } }';
  return (await workers.ask(query, { id }, aProvider())).worker.status;
}
const now = () => new Date(workers.clock.now()).toISOString();
const changesOf = (id: string) =>
  workers.published('worker.changed').filter(({ workerId }) => workerId === id).length;

describe('what other services tell', () => {
  test('shows at once', async () => {
    const { id } = await create(workers, 'shows');
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'ONLINE' });
    await tell('worker.work', id, { revision: 1, work: 'UPSCALING' });
    await tell('worker.heat', id, { revision: 1, hottestGpuCelsius: 65 });
    expect(await status(id)).toEqual({
      connectivity: 'ONLINE',
      work: 'UPSCALING',
      shown: 'UPSCALING',
      since: now(),
      hottestGpuCelsius: 65,
    });
  });

  test('older than what is known, or told again, changes nothing and is told to nobody', async () => {
    const { id } = await create(workers, 'out of order');
    await tell('worker.connectivity', id, { revision: 3, connectivity: 'OFFLINE' });
    const shown = await status(id);
    const stored = await workers.models.workers.findById(id).lean();
    const changes = changesOf(id);
    workers.clock.advance(1_000);
    await tell('worker.connectivity', id, { revision: 2, connectivity: 'STALE' });
    await tell('worker.connectivity', id, { revision: 3, connectivity: 'OFFLINE' });
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'ONLINE' });
    expect(await status(id)).toEqual(shown);
    expect(await workers.models.workers.findById(id).lean()).toEqual(stored);
    expect(changesOf(id)).toBe(changes);
    await tell('worker.connectivity', id, { revision: 4, connectivity: 'ONLINE' });
    expect((await status(id)).shown).toBe('IDLE');
  });

  test('is counted for each axis by itself', async () => {
    const { id } = await create(workers, 'axes');
    await tell('worker.connectivity', id, { revision: 9, connectivity: 'ONLINE' });
    await tell('worker.work', id, { revision: 1, work: 'UPSCALING' });
    expect((await status(id)).shown).toBe('UPSCALING');
  });

  test('of mining shows while there is no task and it is heard from', async () => {
    const { id } = await create(workers, 'miner');
    const shown = async () => {
      const { work, shown: word } = await status(id);
      return `${work} ${word}`;
    };
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'ONLINE' });
    await tell('worker.standby', id, { revision: 1, mining: true, hold: null });
    expect(await shown()).toBe('MINING MINING');
    await tell('worker.work', id, { revision: 1, work: 'RENDERING' });
    expect(await shown()).toBe('RENDERING RENDERING');
    await tell('worker.standby', id, { revision: 1, mining: false, hold: null });
    await tell('worker.work', id, { revision: 2, work: 'IDLE' });
    expect(await shown()).toBe('MINING MINING');
    await tell('worker.connectivity', id, { revision: 2, connectivity: 'STALE' });
    expect(await shown()).toBe('IDLE STALE');
    await tell('worker.connectivity', id, { revision: 3, connectivity: 'ONLINE' });
    await tell('worker.standby', id, { revision: 2, mining: false, hold: null });
    expect(await shown()).toBe('IDLE IDLE');
  });

  test('of a hold on its machine shows with its reason, while it is heard from and its provider is no stricter', async () => {
    const { id } = await create(workers, 'held');
    const shown = async () => {
      const query =
        'query ($id: ID!) { worker(id: $id) { status { intent shown reason hold { reason until } } } }';
      return (await workers.ask(query, { id }, aProvider())).worker.status;
    };
    const intend =
      'mutation ($id: ID!, $intent: Intent!) { setWorkerIntent(id: $id, intent: $intent) { id } }';
    const until = '2026-01-01T06:00:00.000Z';
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'ONLINE' });
    const hold = { reason: 'SCHEDULE', until: Date.parse(until) } as const;
    await tell('worker.standby', id, { revision: 1, mining: false, hold });
    expect(await shown()).toEqual({
      ...{ intent: 'RUN', shown: 'PAUSED', reason: 'It is outside the hours set on the machine.' },
      hold: { reason: 'SCHEDULE', until },
    });
    await tell('worker.work', id, { revision: 1, work: 'RENDERING' });
    expect(await shown()).toMatchObject({ shown: 'PAUSED', reason: expect.stringContaining('hours') });
    await workers.ask(intend, { id, intent: 'PAUSE' }, aProvider());
    expect(await shown()).toMatchObject({ intent: 'PAUSE', shown: 'PAUSED', reason: 'Still has a task.' });
    await workers.ask(intend, { id, intent: 'RUN' }, aProvider());
    const drained = { reason: 'DRAINED', until: null } as const;
    await tell('worker.standby', id, { revision: 2, mining: false, hold: drained });
    expect(await shown()).toMatchObject({ shown: 'DRAINING', reason: expect.stringContaining('told') });
    await tell('worker.connectivity', id, { revision: 2, connectivity: 'STALE' });
    expect(await shown()).toMatchObject({ shown: 'STALE', hold: null });
    await tell('worker.connectivity', id, { revision: 3, connectivity: 'ONLINE' });
    await tell('worker.standby', id, { revision: 3, mining: false, hold: null });
    expect(await shown()).toMatchObject({ shown: 'RENDERING', reason: null, hold: null });
  });

  test('changes the moment only with the word', async () => {
    const { id } = await create(workers, 'since');
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'OFFLINE' });
    const since = now();
    workers.clock.advance(5_000);
    await tell('worker.work', id, { revision: 1, work: 'UPSCALING' });
    await tell('worker.heat', id, { revision: 1, hottestGpuCelsius: 80 });
    expect(await status(id)).toMatchObject({ shown: 'OFFLINE', work: 'UPSCALING', since });
    workers.clock.advance(5_000);
    await tell('worker.connectivity', id, { revision: 2, connectivity: 'ONLINE' });
    expect(await status(id)).toMatchObject({ shown: 'UPSCALING', since: now() });
  });

  test('in any order at once ends in the same row', async () => {
    const { id } = await create(workers, 'at once');
    const tellings = [1, 2, 3].flatMap((revision) => [
      () => tell('worker.connectivity', id, { revision, connectivity: revision === 3 ? 'ONLINE' : 'STALE' }),
      () => tell('worker.work', id, { revision, work: revision === 3 ? 'UPSCALING' : 'IDLE' }),
      () => tell('worker.heat', id, { revision, hottestGpuCelsius: 60 + 5 * revision }),
      () =>
        tell('worker.earned', id, {
          revision,
          day: '2100-01-01',
          todayMicroUsd: String(revision),
          totalMicroUsd: String(10 * revision),
        }),
    ]);
    await Promise.all(tellings.toReversed().map((telling) => telling()));
    const { fleet } = (await workers.models.workers.findById(id).lean())!;
    expect(fleet).toMatchObject({
      connectivity: 'ONLINE',
      work: 'UPSCALING',
      hottestGpuCelsius: 75,
      revisions: { connectivity: 3, heat: 3, work: 3, earned: 3 },
    });
    expect([Number(fleet.earned.today), Number(fleet.earned.total)]).toEqual([3, 30]);
    expect((await status(id)).shown).toBe('UPSCALING');
  });

  test('is taken at the same time as the provider’s wish', async () => {
    const { id } = await create(workers, 'wish');
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'ONLINE' });
    const pause = 'mutation ($id: ID!) { setWorkerIntent(id: $id, intent: PAUSE) { id } }';
    await Promise.all([
      tell('worker.work', id, { revision: 1, work: 'UPSCALING' }),
      workers.ask(pause, { id }, aProvider()),
    ]);
    expect(await status(id)).toMatchObject({ work: 'UPSCALING', shown: 'PAUSED' });
  });

  test('does not change when the worker itself last changed', async () => {
    const { id } = await create(workers, 'updated');
    const created = now();
    workers.clock.advance(1_000);
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'ONLINE' });
    const { worker } = await workers.ask(
      'query ($id: ID!) { worker(id: $id) { updatedAt } }',
      { id },
      aProvider(),
    );
    expect(worker.updatedAt).toBe(created);
  });

  test('of a deleted or unknown worker is acknowledged and forgotten', async () => {
    const { id } = await create(workers, 'deleted');
    await workers.ask('mutation ($id: ID!) { deleteWorker(id: $id) }', { id }, aProvider());
    const changes = changesOf(id);
    await tell('worker.connectivity', id, { revision: 1, connectivity: 'ONLINE' });
    await tell('worker.connectivity', 'wkr_nobody', { revision: 1, connectivity: 'ONLINE' });
    expect(changesOf(id)).toBe(changes);
  });
});

describe('the subscription', () => {
  const subscription = `subscription ($ids: [ID!]) {
    workerChanged(workerIds: $ids) { workerId deleted worker { name status { shown } } }
  }`;
  const watch = (ids?: string[], actor = aProvider()) =>
    runSubscription(workers.service.subgraph, subscription, { ids: ids ?? null }, actor);
  const rename = (id: string, name: string, actor = aProvider()) =>
    workers.ask(
      'mutation ($id: ID!, $name: String!) { renameWorker(id: $id, name: $name) { id } }',
      { id, name },
      actor,
    );

  test('tells each change of the viewer’s workers and of nobody else’s', async () => {
    const { id } = await create(workers, 'watched');
    const bobs = await create(workers, 'Bob’s', undefined, bob);
    const stream = await watch();
    await rename(bobs.id, 'Bob’s still', bob);
    await rename(id, 'watched still');
    expect((await stream.next()).value?.data?.workerChanged).toEqual({
      workerId: id,
      deleted: false,
      worker: { name: 'watched still', status: { shown: 'NEW' } },
    });
    await workers.ask('mutation ($id: ID!) { deleteWorker(id: $id) }', { id }, aProvider());
    expect((await stream.next()).value?.data?.workerChanged).toEqual({
      workerId: id,
      deleted: true,
      worker: null,
    });
    await stream.return!();
  });

  test('of some workers tells of these alone', async () => {
    const { id } = await create(workers, 'chosen');
    const other = await create(workers, 'not chosen');
    const stream = await watch([id]);
    await rename(other.id, 'not chosen still');
    await rename(id, 'chosen still');
    expect((await stream.next()).value?.data?.workerChanged).toMatchObject({ workerId: id });
    await stream.return!();
  });

  test('of an agent tells of its own worker', async () => {
    const { id } = await create(workers, 'agent’s');
    const other = await create(workers, 'not the agent’s');
    const stream = await watch(undefined, aWorker(id));
    await rename(other.id, 'not the agent’s still');
    await rename(id, 'agent’s still');
    expect((await stream.next()).value?.data?.workerChanged).toMatchObject({
      worker: { name: 'agent’s still' },
    });
    await stream.return!();
  });

  test('is refused to strangers, for other providers’ workers, and for too many', async () => {
    const { id } = await create(workers, 'not to be watched');
    const refusal = async (ids: string[] | null, actor?: ReturnType<typeof aProvider>) => {
      const answer = await workers.service.subgraph.stream(
        { query: subscription, variables: { ids } },
        actor,
      );
      return 'errors' in answer ? answer.errors?.[0]?.extensions?.code : undefined;
    };
    expect(await refusal(null)).toBe('UNAUTHENTICATED');
    expect(await refusal([id], bob)).toBe('NOT_FOUND');
    expect(await refusal([id], aWorker('wkr_other'))).toBe('NOT_FOUND');
    expect(await refusal([id, 'wkr_nobody'], aProvider())).toBe('NOT_FOUND');
    expect(await refusal(Array(201).fill(id), aProvider())).toBe('INVALID_INPUT');
  });
});
