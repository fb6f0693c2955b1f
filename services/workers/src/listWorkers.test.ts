import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCursor } from '@pictor/kit';
import { aProvider } from '@pictor/kit/testing';
import { newWorker } from './domain/newWorker.ts';
import { rankOf, shownStatuses, type ShownStatus } from './domain/status.ts';
import { openWorkers, type OpenedWorkers } from './test/openWorkers.ts';

interface Row {
  id: string;
  name: string;
  createdAt: string;
  updatedAt: string;
  status: { shown: ShownStatus };
}

const count = 1_050;
const standings: [ShownStatus, object][] = [
  ['OFFLINE', { connectivity: 'OFFLINE' }],
  ['ERROR', { connectivity: 'ONLINE', health: 'ERROR' }],
  ['STALE', { connectivity: 'STALE' }],
  ['NEW', {}],
  ['UPSCALING', { connectivity: 'ONLINE', work: 'UPSCALING' }],
  ['IDLE', { connectivity: 'ONLINE' }],
];
const words = ['Studio', 'Rig', 'Node', 'café', 'a.b*c'];

/** Names come twice, in another letter case, and moments seven times, so that the id has to decide. */
function documents() {
  return Array.from({ length: count }, (_, i) => {
    const [shown, axes] = standings[(i * 31) % standings.length]!;
    const half = Math.floor(((i * 17) % count) / 2);
    const name = `${words[half % words.length]} ${half}`;
    const createdAt = new Date(Date.UTC(2099, 0, 1) + ((i * 7919) % 150) * 1_000);
    const worker = newWorker({
      _id: `wkr_${String((i * 11) % count).padStart(5, '0')}`,
      providerId: aProvider().id,
      role: 'worker',
      name: i % 2 ? name.toUpperCase() : name,
      createdAt,
    });
    const updatedAt = new Date(createdAt.getTime() + (i % 3) * 1_000);
    return { ...worker, updatedAt, fleet: { ...worker.fleet, ...axes, rank: rankOf(shown) } };
  });
}

let workers: OpenedWorkers;
let all: Row[];
beforeAll(async () => {
  workers = await openWorkers();
  await workers.models.workers.insertMany(documents());
  const bobs = documents().slice(0, 20);
  await workers.models.workers.insertMany(
    bobs.map((worker) => ({ ...worker, _id: `bob_${worker._id}`, providerId: 'bob', listOf: 'bob' })),
  );
  all = (await pages({ sort: 'NAME' })).rows;
  expect(new Set(all.map(({ id }) => id)).size).toBe(count);
});
afterAll(() => workers.close());

const query = `query ($status: [ShownStatus!], $search: String, $sort: WorkerSort! = STATUS, $order: SortOrder! = ASC, $first: Int! = 200, $after: String) {
  workers(status: $status, search: $search, sort: $sort, order: $order, first: $first, after: $after) {
    totalCount edges { cursor } nodes { id name createdAt updatedAt status { shown } } pageInfo { hasNextPage endCursor }
  }
}`;

const page = async (variables: object) => (await workers.ask(query, { ...variables }, aProvider())).workers;

/** All pages one after the other. */
async function pages(variables: {
  after?: string | null;
  [name: string]: unknown;
}): Promise<{ rows: Row[]; totalCount: number }> {
  const rows: Row[] = [];
  for (let after = variables.after ?? null; ;) {
    const { nodes, pageInfo, totalCount } = await page({ ...variables, after });
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) return { rows, totalCount };
    after = pageInfo.endCursor;
  }
}

const keyOf: Record<string, (row: Row) => (string | number)[]> = {
  STATUS: ({ id, name, status }) => [rankOf(status.shown), name.toLowerCase(), id],
  NAME: ({ id, name }) => [name.toLowerCase(), id],
  CREATED: ({ id, createdAt }) => [createdAt, id],
  UPDATED: ({ id, updatedAt }) => [updatedAt, id],
};

/** By code points, as the store compares. */
function compare(one: (string | number)[], other: (string | number)[]): number {
  for (const [i, value] of one.entries()) {
    if (value < other[i]!) return -1;
    if (value > other[i]!) return 1;
  }
  return 0;
}

const filters: [string, { status?: ShownStatus[]; search?: string }, (row: Row) => boolean][] = [
  ['unfiltered', {}, () => true],
  [
    'of two statuses',
    { status: ['OFFLINE', 'IDLE'] },
    ({ status }) => ['OFFLINE', 'IDLE'].includes(status.shown),
  ],
  ['found by part of a word', { search: 'ODE' }, ({ name }) => /^node/i.test(name)],
  [
    'of a status, found by words',
    { status: ['NEW'], search: 'stud 1' },
    ({ name, status }) => status.shown === 'NEW' && /^studio .*1/i.test(name),
  ],
];

const everyList = Object.keys(keyOf).flatMap((sort) =>
  ['ASC', 'DESC'].flatMap((order) => filters.map((filter) => [sort, order, ...filter] as const)),
);

describe('the pages', () => {
  test.each(everyList)('by %s %s, %s, are complete and in order', async (sort, order, _, filter, fits) => {
    const { rows, totalCount } = await pages({ sort, order, ...filter });
    const direction = order === 'ASC' ? 1 : -1;
    const wanted = all
      .filter(fits)
      .toSorted((one, other) => direction * compare(keyOf[sort]!(one), keyOf[sort]!(other)));
    expect(wanted.length).toBeGreaterThan(5);
    expect(rows.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    expect(totalCount).toBe(wanted.length);
  });

  test('miss and repeat no row while workers come, go and change behind the cursor', async () => {
    const changing = { sort: 'NAME', first: 100 };
    const before = (await pages(changing)).rows.map(({ id }) => id);
    const first = await page(changing);
    const gone = first.nodes[99].id;
    await workers.models.workers.updateOne(
      { _id: gone },
      { $set: { deletedAt: new Date() }, $unset: { listOf: 1 } },
    );
    await workers.models.workers.create(
      newWorker({
        _id: 'wkr_first',
        providerId: aProvider().id,
        role: 'worker',
        name: '!',
        createdAt: new Date(),
      }),
    );
    const rest = await pages({ ...changing, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.rows].map(({ id }) => id)).toEqual(before);
    await workers.models.workers.updateOne(
      { _id: gone },
      { $set: { listOf: aProvider().id }, $unset: { deletedAt: 1 } },
    );
    await workers.models.workers.deleteOne({ _id: 'wkr_first' });
  });

  test('have a cursor on each edge', async () => {
    const { edges, nodes } = await page({ first: 10 });
    const rest = await page({ first: 5, after: edges[4].cursor });
    expect(rest.nodes).toEqual(nodes.slice(5));
    expect(rest.edges[4].cursor).toBe(edges[9].cursor);
  });

  test('of nobody are empty', async () => {
    const { workers: none } = await workers.ask(query, {}, aProvider('nobody'));
    expect(none).toMatchObject({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    expect((await page({ status: [] })).totalCount).toBe(0);
  });
});

describe('the search', () => {
  const names = async (search: string) => (await pages({ search })).rows.map(({ name }) => name);

  test.each([
    ['udi', 'studio'],
    ['AFÉ', 'café'],
    ['cafe\u0301', 'café'],
    ['.b*', 'a.b*c'],
    ['  rig ', 'rig'],
    ['\u0000rig\u001b', 'rig'],
  ])('finds %j in every name with %s', async (search, word) => {
    const found = await names(search);
    expect(found).toHaveLength(count / words.length);
    for (const name of found) expect(name.toLowerCase().startsWith(word)).toBe(true);
  });

  test.each(['udi0', '.*', '^rig', 'a|b', 'studio rig', '\\', 'x'.repeat(64)])(
    'finds nothing by %j',
    async (search) => {
      expect(await names(search)).toEqual([]);
    },
  );

  test('of nothing but spaces finds all', async () => {
    expect((await page({ search: '   ' })).totalCount).toBe(count);
  });
});

describe('bad input', () => {
  test.each([
    { first: 0 },
    { first: 201 },
    { first: -1 },
    { search: 'x'.repeat(65) },
    { after: 'garbage' },
    { after: '' },
    { after: encodeCursor(['a']) },
    { sort: 'NAME', after: encodeCursor([1, 'wkr_1']) },
    { sort: 'STATUS', after: encodeCursor(['a', 'wkr_1']) },
    { sort: 'CREATED', after: encodeCursor(['a', 'wkr_1']) },
    { sort: 'UPDATED', after: encodeCursor([null, 'wkr_1']) },
  ])('%j is refused', async (variables) => {
    expect(await workers.refusal(query, variables, aProvider())).toBe('INVALID_INPUT');
  });
});

describe('the fleet', () => {
  test('counts the provider’s workers by the word they show', async () => {
    const { fleet } = await workers.ask('{ fleet { total counts { status count } } }', {}, aProvider());
    expect(fleet).toEqual({
      total: count,
      counts: shownStatuses
        .filter((status) => standings.some(([shown]) => shown === status))
        .map((status) => ({ status, count: count / standings.length })),
    });
  });
});
