import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCreator, aProvider, aWorker, anOperator } from '@pictor/kit/testing';
import { createWorkers } from './main.ts';
import { create, enrolled } from './test/agents.ts';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

let workers: OpenedWorkers;
beforeAll(async () => void (workers = await openWorkers()));
afterAll(() => workers.close());

const bob = aProvider('bob');
const createMutation =
  'mutation ($input: CreateWorkerInput!) { createWorker(input: $input) { worker { id } } }';
const hardwareMutation = `mutation ($input: HardwareInput!) { reportHardware(input: $input) {
  updatedAt slots { index gpu { uuid index } }
  hardware { gpus { index uuid name memoryMiB driver takesTasks } cpu cpuCores memoryMiB os agentVersion reportedAt }
} }`;
const machine = {
  gpus: [],
  cpu: 'A CPU',
  cpuCores: 8,
  memoryMiB: 16_384,
  os: 'Linux',
  agentVersion: '0.1.0',
};
const gpu = { index: 0, uuid: 'GPU-0', name: 'RTX', memoryMiB: 24_576, driver: '550.1' };

/** Each mutation about one worker, by its id. */
const ofOneWorker: Record<string, string> = {
  renewConfiguration: 'mutation ($id: ID!) { renewConfiguration(workerId: $id) { expiresAt } }',
  renameWorker: 'mutation ($id: ID!) { renameWorker(id: $id, name: "New name") { name } }',
  setWorkerIntent: 'mutation ($id: ID!) { setWorkerIntent(id: $id, intent: PAUSE) { status { intent } } }',
  deleteWorker: 'mutation ($id: ID!) { deleteWorker(id: $id) }',
};

describe('a stranger', () => {
  test.each(Object.entries(ofOneWorker))('is refused %s', async (name, mutation) => {
    const { id } = await create(workers, `stranger’s ${name}`);
    expect(await workers.refusal(mutation, { id })).toBe('UNAUTHENTICATED');
  });

  test('is refused what needs no id', async () => {
    expect(await workers.refusal(createMutation, { input: { name: 'A', key: 'k' } })).toBe('UNAUTHENTICATED');
    expect(await workers.refusal(hardwareMutation, { input: machine })).toBe('UNAUTHENTICATED');
    expect(await workers.refusal('{ workers { totalCount } }')).toBe('UNAUTHENTICATED');
  });

  test('sees nothing', async () => {
    const { id } = await create(workers, 'unseen');
    expect(await workers.ask('query ($id: ID!) { worker(id: $id) { id } fleet { total } }', { id })).toEqual({
      worker: null,
      fleet: null,
    });
  });
});

describe('who is no provider', () => {
  test.each([aCreator(), anOperator(), aWorker()])('is refused as $id', async (actor) => {
    const { id } = await create(workers, `not for ${actor.id}`);
    for (const mutation of Object.values(ofOneWorker))
      expect(await workers.refusal(mutation, { id }, actor)).toBe('FORBIDDEN');
    expect(await workers.refusal(createMutation, { input: { name: 'A', key: 'k' } }, actor)).toBe(
      'FORBIDDEN',
    );
    expect(await workers.refusal('{ workers { totalCount } }', {}, actor)).toBe('FORBIDDEN');
  });

  test('reports no hardware', async () => {
    expect(await workers.refusal(hardwareMutation, { input: machine }, aProvider())).toBe('FORBIDDEN');
  });
});

describe('another provider’s worker', () => {
  test.each(Object.entries(ofOneWorker))('is not found by %s', async (name, mutation) => {
    const { id } = await create(workers, `not Bob’s ${name}`);
    const before = await workers.models.workers.findById(id).lean();
    expect(await workers.refusal(mutation, { id }, bob)).toBe('NOT_FOUND');
    expect(await workers.refusal(mutation, { id: 'wkr_nobody' }, bob)).toBe('NOT_FOUND');
    expect(await workers.models.workers.findById(id).lean()).toEqual(before);
    await workers.ask(mutation, { id }, aProvider());
  });

  test('is null as a field and as a reference, for operators and other agents too', async () => {
    const { id } = await create(workers, 'private');
    const other = await create(workers, 'the agent’s own');
    const query = `query ($id: ID!, $r: [_Any!]!) { worker(id: $id) { name } _entities(representations: $r) { ... on Worker { name } } }`;
    const variables = { id, r: [{ __typename: 'Worker', id }] };
    for (const actor of [undefined, bob, anOperator(), aCreator(aProvider().id), aWorker(other.id)])
      expect(await workers.ask(query, variables, actor)).toEqual({ worker: null, _entities: [null] });
    for (const actor of [aProvider(), aWorker(id)])
      expect(await workers.ask(query, variables, actor)).toEqual({
        worker: { name: 'private' },
        _entities: [{ name: 'private' }],
      });
  });
});

describe('creating a worker', () => {
  test('shows one that nobody has heard from', async () => {
    const { id } = await create(workers, '  New One ');
    const { worker } = await workers.ask(
      `query ($id: ID!) { worker(id: $id) { name provider { id } createdAt updatedAt enrolledAt hardware { os } slots { index } bid benchScore
        status { connectivity health intent work shown reason since hottestGpuCelsius } } }`,
      { id },
      aProvider(),
    );
    const now = new Date(workers.clock.now()).toISOString();
    expect(worker).toEqual({
      name: 'New One',
      provider: { id: aProvider().id },
      createdAt: now,
      updatedAt: now,
      enrolledAt: null,
      hardware: null,
      slots: [],
      bid: '500000',
      benchScore: null,
      status: {
        connectivity: 'NEW',
        health: 'OK',
        intent: 'RUN',
        work: 'IDLE',
        shown: 'NEW',
        reason: 'Its configuration has not been imported.',
        since: now,
        hottestGpuCelsius: null,
      },
    });
  });

  test('again with its key gives the same worker and a new token', async () => {
    const first = await create(workers, 'once', 'the key');
    const second = await create(workers, 'once', 'the key');
    expect(second.id).toBe(first.id);
    expect(second.token).not.toBe(first.token);
    const bobs = await create(workers, 'once', 'the key', bob);
    expect(bobs.id).not.toBe(first.id);
  });

  test('several times at once with one key makes one', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => create(workers, 'at once', 'one key')));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await workers.models.workers.countDocuments({ name: 'at once' })).toBe(1);
  });

  test('with the key of an enrolled or a deleted worker is refused', async () => {
    const { id } = await enrolled(workers, 'taken');
    const input = { name: 'taken', key: 'key of taken' };
    expect(await workers.refusal(createMutation, { input }, aProvider())).toBe('ALREADY_ENROLLED');
    await workers.ask(ofOneWorker.deleteWorker!, { id }, aProvider());
    expect(await workers.refusal(createMutation, { input }, aProvider())).toBe('CONFLICT');
  });

  test.each([
    { name: '', key: 'k' },
    { name: 'x'.repeat(65), key: 'k' },
    { name: 'fine', key: '' },
    { name: 'fine', key: 'k'.repeat(65) },
    { name: 'two\nlines', key: 'k' },
  ])('refuses %j', async (input) => {
    expect(await workers.refusal(createMutation, { input }, aProvider())).toBe('INVALID_INPUT');
  });

  test('ends at the limit, which deleted workers do not count for', async () => {
    const limited = await openWorkers({ maxWorkers: 2 });
    const { id } = await create(limited, 'one');
    await create(limited, 'two');
    const input = { name: 'three', key: 'three' };
    expect(await limited.refusal(createMutation, { input }, aProvider())).toBe('WORKER_LIMIT');
    await create(limited, 'two');
    await create(limited, 'Bob’s', undefined, bob);
    await limited.ask(ofOneWorker.deleteWorker!, { id }, aProvider());
    expect(await limited.refusal(createMutation, { input }, aProvider())).toBeUndefined();
    await limited.close();
  });
});

describe('hardware', () => {
  test('gives one slot for each GPU, in their order', async () => {
    const { id } = await enrolled(workers, 'two GPUs');
    const off = { ...gpu, index: 3, uuid: 'GPU-3', memoryMiB: null, driver: null, takesTasks: false };
    const gpus = [off, gpu];
    const { reportHardware } = await workers.ask(
      hardwareMutation,
      { input: { ...machine, gpus } },
      aWorker(id),
    );
    expect(reportHardware.slots).toEqual([
      { index: 0, gpu: { uuid: 'GPU-0', index: 0 } },
      { index: 1, gpu: { uuid: 'GPU-3', index: 3 } },
    ]);
    expect(reportHardware.hardware).toEqual({
      ...machine,
      gpus: [{ ...gpu, takesTasks: true }, off],
      reportedAt: new Date(workers.clock.now()).toISOString(),
    });
  });

  test('without a GPU gives one slot', async () => {
    const { id } = await enrolled(workers, 'no GPU');
    const { reportHardware } = await workers.ask(hardwareMutation, { input: machine }, aWorker(id));
    expect(reportHardware.slots).toEqual([{ index: 0, gpu: null }]);
  });

  test('reported again unchanged is no change of the worker', async () => {
    const { id } = await enrolled(workers, 'unchanged');
    const report = async (input: object) =>
      (await workers.ask(hardwareMutation, { input }, aWorker(id))).reportHardware;
    const changes = () =>
      workers.published('worker.changed').filter(({ workerId }) => workerId === id).length;
    const first = await report({ ...machine, gpus: [gpu] });
    const told = changes();
    workers.clock.advance(60_000);
    const second = await report({ ...machine, gpus: [gpu] });
    expect(second.updatedAt).toBe(first.updatedAt);
    expect(second.hardware.reportedAt).not.toBe(first.hardware.reportedAt);
    expect(changes()).toBe(told);
    const third = await report({ ...machine, gpus: [{ ...gpu, driver: '560.2' }] });
    expect(third.updatedAt).toBe(new Date(workers.clock.now()).toISOString());
    expect(changes()).toBe(told + 1);
  });

  test.each([
    ['65 GPUs', { gpus: Array.from({ length: 65 }, (_, index) => ({ ...gpu, index })) }],
    ['two GPUs of one index', { gpus: [gpu, gpu] }],
    ['a negative index', { gpus: [{ ...gpu, index: -1 }] }],
    ['no processor', { cpuCores: 0 }],
    ['an endless name', { cpu: 'x'.repeat(201) }],
    ['control characters', { os: 'Linux\u001b[2J' }],
  ])('refuses %s', async (_, wrong) => {
    const { id } = await enrolled(workers, `wrong ${_}`);
    expect(await workers.refusal(hardwareMutation, { input: { ...machine, ...wrong } }, aWorker(id))).toBe(
      'INVALID_INPUT',
    );
  });

  test('of a deleted worker is not found', async () => {
    const { id } = await enrolled(workers, 'deleted meanwhile');
    await workers.ask(ofOneWorker.deleteWorker!, { id }, aProvider());
    expect(await workers.refusal(hardwareMutation, { input: machine }, aWorker(id))).toBe('NOT_FOUND');
  });
});

describe('renaming', () => {
  test('changes name, search and the moment of the last change', async () => {
    const { id } = await create(workers, 'Old name');
    workers.clock.advance(5_000);
    const { renameWorker } = await workers.ask(
      'mutation ($id: ID!) { renameWorker(id: $id, name: " Quiet giant ") { name updatedAt } }',
      { id },
      aProvider(),
    );
    expect(renameWorker).toEqual({
      name: 'Quiet giant',
      updatedAt: new Date(workers.clock.now()).toISOString(),
    });
    const { workers: found } = await workers.ask(
      '{ workers(search: "gian") { nodes { id } } }',
      {},
      aProvider(),
    );
    expect(found.nodes).toEqual([{ id }]);
    const wrong = 'mutation ($id: ID!) { renameWorker(id: $id, name: "  ") { name } }';
    expect(await workers.refusal(wrong, { id }, aProvider())).toBe('INVALID_INPUT');
  });
});

describe('intent', () => {
  test('changes the word shown, and said twice changes nothing more', async () => {
    const { id } = await create(workers, 'wished');
    await workers.models.workers.updateOne({ _id: id }, { $set: { 'fleet.connectivity': 'ONLINE' } });
    const wish = async (intent: string) => {
      workers.clock.advance(1_000);
      const mutation = `mutation ($id: ID!) { setWorkerIntent(id: $id, intent: ${intent}) { updatedAt status { intent shown since } } }`;
      return (await workers.ask(mutation, { id }, aProvider())).setWorkerIntent;
    };
    const draining = await wish('DRAIN');
    expect(draining.status).toEqual({
      intent: 'DRAIN',
      shown: 'DRAINING',
      since: new Date(workers.clock.now()).toISOString(),
    });
    expect(await wish('DRAIN')).toEqual(draining);
    expect((await wish('PAUSE')).status.shown).toBe('PAUSED');
    expect((await wish('RUN')).status.shown).toBe('IDLE');
  });
});

describe('deleting', () => {
  test('takes the worker from every list, tells others once, and may be repeated', async () => {
    const { id } = await enrolled(workers, 'unwanted');
    expect(await workers.ask(ofOneWorker.deleteWorker!, { id }, aProvider())).toEqual({ deleteWorker: true });
    expect(await workers.ask(ofOneWorker.deleteWorker!, { id }, aProvider())).toEqual({ deleteWorker: true });
    const seen = 'query ($id: ID!) { worker(id: $id) { id } workers(search: "unwanted") { totalCount } }';
    expect(await workers.ask(seen, { id }, aProvider())).toEqual({
      worker: null,
      workers: { totalCount: 0 },
    });
    expect(workers.published('worker.changed')).toContainEqual({
      workerId: id,
      providerId: aProvider().id,
      deleted: true,
    });
    const told = () =>
      workers.events.delivered.filter(
        ({ topic, event }) => topic === 'worker.deleted' && 'workerId' in event && event.workerId === id,
      );
    await expect.poll(told).toHaveLength(1);
    for (const name of ['renewConfiguration', 'renameWorker', 'setWorkerIntent'])
      expect(await workers.refusal(ofOneWorker[name]!, { id }, aProvider())).toBe('NOT_FOUND');
    expect(await workers.refusal(ofOneWorker.deleteWorker!, { id }, bob)).toBe('NOT_FOUND');
    expect(told()).toHaveLength(1);
  });

  test('is told to others after a restart when they did not hear it', async () => {
    const deaf = await openWorkers();
    let hears = false;
    const heard: string[] = [];
    deaf.events.receive('worker.deleted', async ({ workerId }) => {
      if (!hears) throw new Error('not now');
      heard.push(workerId);
    });
    const { id } = await create(deaf, 'unheard');
    await deaf.ask(ofOneWorker.deleteWorker!, { id }, aProvider());
    await deaf.service.stop();
    expect(heard).toEqual([]);
    hears = true;
    const restarted = createWorkers(deaf.config);
    await restarted.start();
    await expect.poll(() => heard).toEqual([id]);
    await restarted.stop();
    await deaf.close();
  });
});
