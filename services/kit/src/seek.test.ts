import { randomUUID } from 'node:crypto';
import { Schema } from 'mongoose';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursors.ts';
import { pageOf } from './pages.ts';
import { seek, type Sort } from './seek.ts';

interface Row {
  _id: string;
  name?: string | null;
  at?: Date | null;
  level?: number | null;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const invalid = expect.objectContaining({ code: 'INVALID_INPUT' });

describe('continuing after each cursor gives the whole list, each document once, in its order', () => {
  const names = ['ada', 'bob', null, undefined, 'ada', null];
  const times = [new Date(5), null, undefined, new Date(7), new Date(-1)];
  const documents = Array.from({ length: 60 }, (_, i) => ({
    _id: `${i}`.padStart(2, '0'),
    name: names[i % names.length],
    at: times[i % times.length],
    level: i % 4 ? (i * 7) % 5 : null,
  }));
  const sorts: Sort[] = [
    [['_id', 1]],
    [['_id', -1]],
    ...([1, -1] as const).flatMap((first) =>
      ([1, -1] as const).flatMap((second): Sort[] => [
        [
          ['name', first],
          ['_id', second],
        ],
        [
          ['level', first],
          ['at', second],
          ['_id', first],
        ],
      ]),
    ),
  ];

  test.each(sorts.map((sort) => [sort.map(([field, way]) => `${field} ${way}`).join(', '), sort] as const))(
    'sorted by %s',
    async (_name, sort) => {
      const schema = new Schema<Row>({ _id: String, name: String, at: Date, level: Number });
      const model = database.connection.model<Row>(randomUUID(), schema, randomUUID());
      await model.insertMany(documents);
      const ordering = Object.fromEntries(sort);
      const whole = (await model.find().sort(ordering).lean()).map(({ _id }) => _id);
      const read: string[] = [];
      let after: string | null = null;
      do {
        const found: Row[] = await model.find(seek(sort, after)).sort(ordering).limit(8).lean();
        const { nodes, pageInfo } = pageOf(found, 7, (document) =>
          sort.map(([field]) => document[field as keyof Row] ?? null),
        );
        read.push(...nodes.map(({ _id }) => _id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null && read.length <= documents.length);
      expect(read).toEqual(whole);
      expect(new Set(read).size).toBe(documents.length);
    },
  );
});

test('without a cursor everything follows', () => {
  expect(seek([['_id', 1]], undefined)).toEqual({});
  expect(seek([['_id', 1]], null)).toEqual({});
});

test('cursors keep every kind of value', () => {
  const values = ['ä"', 1.5, -0.1, null, new Date(1_700_000_000_123), 9_007_199_254_740_993n, ''];
  expect(decodeCursor(encodeCursor(values))).toEqual(values);
});

const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  '',
  'garbage',
  '[]',
  packed([]),
  packed({}),
  packed('a'),
  packed([{ $gt: '' }]),
  packed([['t', 'soon']]),
  packed([['t', 9e15]]),
  packed([['n', '1e5']]),
  packed([['n', 5]]),
  packed([['x', 5]]),
  packed([[]]),
  packed([true]),
  packed(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']),
  packed(['x'.repeat(3_000)]),
  packed(['a', 'b']),
])('the cursor %s is refused', (cursor) => {
  expect(() => seek([['_id', 1]], cursor)).toThrow(invalid);
});

test('a page says where it begins and ends and whether another follows', () => {
  const cursorOf = (id: string) => [id];
  expect(pageOf([], 2, cursorOf)).toEqual({
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
  const { edges, nodes, pageInfo } = pageOf(['a', 'b', 'c'], 2, cursorOf);
  expect(nodes).toEqual(['a', 'b']);
  expect(edges.map(({ cursor }) => decodeCursor(cursor))).toEqual([['a'], ['b']]);
  expect(pageInfo).toMatchObject({
    hasNextPage: true,
    startCursor: encodeCursor(['a']),
    endCursor: encodeCursor(['b']),
  });
  expect(pageOf(['a', 'b'], 2, cursorOf).pageInfo.hasNextPage).toBe(false);
});
