import { expect, test } from 'vitest';
import { FakeClock } from './testing/fakeClock.ts';
import { testServer } from '../wire/testing/testServer.ts';

const NOW = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

test('documents expire by their date, in batches, and others stay', async () => {
  const clock = new FakeClock(NOW);
  const { db, server } = await testServer({ clock });
  const collection = db.collection<{ _id: number | string; at?: unknown }>('c');
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 3600 });
  await collection.insertMany(
    Array.from({ length: 500 }, (_, _id) => ({ _id, at: new Date(NOW - HOUR + _id * 1000) })),
  );
  await collection.insertMany([
    { _id: 'none' },
    { _id: 'text', at: 'long ago' },
    { _id: 'number', at: 0 },
    { _id: 'null', at: null },
    { _id: 'list', at: [new Date(NOW + HOUR), new Date(NOW - 2 * HOUR)] },
  ]);
  await server.sweep();
  expect(await collection.countDocuments()).toBe(499 + 4);
  expect(await collection.findOne({ _id: 'list' })).toBeNull();
  clock.advance(299_000);
  await server.sweep();
  expect(await collection.countDocuments({ _id: { $gte: 0 } })).toBe(200);
  clock.advance(24 * HOUR);
  await server.sweep();
  const left = await collection.find().sort({ _id: 1 }).toArray();
  expect(left.map(({ _id }) => _id)).toEqual(['none', 'null', 'number', 'text']);
});

test('a partial TTL index expires only what it holds', async () => {
  const clock = new FakeClock(NOW);
  const { db, server } = await testServer({ clock });
  const collection = db.collection<{ _id: string; at: Date; closed?: boolean }>('c');
  await collection.createIndex(
    { at: 1 },
    { expireAfterSeconds: 0, partialFilterExpression: { closed: true } },
  );
  await collection.insertMany([
    { _id: 'closed', at: new Date(NOW - 1), closed: true },
    { _id: 'open', at: new Date(NOW - 1) },
    { _id: 'later', at: new Date(NOW + 1), closed: true },
  ]);
  await server.sweep();
  expect((await collection.find().toArray()).map(({ _id }) => _id).sort()).toEqual(['later', 'open']);
});
