import { Long } from 'mongodb';
import { expect, test } from 'vitest';
import { FakeClock } from '../engine/testing/fakeClock.ts';
import { testServer } from './testing/testServer.ts';

const MINUTE = 60_000;

test('a cursor that nobody reads from expires, and one in use does not', async () => {
  const clock = new FakeClock(1_000_000);
  const { db, server } = await testServer({ clock });
  await db.collection<{ _id: number }>('c').insertMany(Array.from({ length: 30 }, (_, _id) => ({ _id })));
  const [used, idle] = [db.collection('c').find().batchSize(5), db.collection('c').find().batchSize(5)];
  await used.next();
  await idle.next();
  expect(server.cursors.size).toBe(2);
  clock.advance(9 * MINUTE);
  for (let i = 0; i < 6; i++) await used.next();
  clock.advance(2 * MINUTE);
  await server.sweep();
  expect(server.cursors.size).toBe(1);
  for (let i = 0; i < 4; i++) await idle.next();
  await expect(idle.next()).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
  expect((await used.toArray()).length).toBe(23);
});

test('a cursor is closed by its client, at its end, and on another collection it is not found', async () => {
  const { db, server } = await testServer();
  await db.collection('c').insertMany(Array.from({ length: 30 }, () => ({})));
  const closed = db.collection('c').find().batchSize(5);
  await closed.next();
  await closed.close();
  expect(server.cursors.size).toBe(0);
  expect((await db.collection('c').find().batchSize(7).toArray()).length).toBe(30);
  expect(server.cursors.size).toBe(0);
  const { cursor } = await db.command({ find: 'c', batchSize: 1 }, { promoteLongs: false });
  await expect(db.command({ getMore: cursor.id, collection: 'd' })).rejects.toMatchObject({ code: 13 });
  await expect(db.command({ getMore: Long.fromNumber(12345), collection: 'c' })).rejects.toMatchObject({
    code: 43,
  });
  expect(await db.command({ killCursors: 'c', cursors: [cursor.id] })).toMatchObject({
    cursorsKilled: [expect.anything()],
  });
});

test('a cursor over a collection that was dropped says so', async () => {
  const { db } = await testServer();
  await db.collection('c').insertMany(Array.from({ length: 500 }, () => ({})));
  const cursor = db.collection('c').find().batchSize(10);
  await cursor.next();
  await db.collection('c').drop();
  await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 });
});

test('maxTimeMS ends a long read and a long write, which then has changed nothing', async () => {
  const clock = new FakeClock(1_000_000, 1);
  const { db } = await testServer({ clock });
  const collection = db.collection<{ _id: number; n?: number }>('c');
  await collection.insertMany(Array.from({ length: 5_000 }, (_, _id) => ({ _id })));
  const late = expect.objectContaining({ code: 50, codeName: 'MaxTimeMSExpired' });
  await expect(collection.find({ none: 1 } as never, { maxTimeMS: 10 }).toArray()).rejects.toEqual(late);
  await expect(collection.countDocuments({ none: 1 } as never, { maxTimeMS: 10 })).rejects.toEqual(late);
  await expect(collection.distinct('none' as '_id', {}, { maxTimeMS: 10 })).rejects.toEqual(late);
  await expect(
    collection.aggregate([{ $group: { _id: '$x' } }], { maxTimeMS: 10 }).toArray(),
  ).rejects.toEqual(late);
  await expect(collection.updateMany({}, { $set: { n: 1 } }, { maxTimeMS: 10 })).rejects.toEqual(late);
  await expect(collection.deleteMany({}, { maxTimeMS: 10 })).rejects.toEqual(late);
  expect(await collection.countDocuments({ n: { $exists: false } })).toBe(5_000);
  expect(await collection.find({ none: 1 } as never, { maxTimeMS: 100_000 }).toArray()).toEqual([]);
});

test('a long read gives others their turn', async () => {
  const { db } = await testServer();
  await db.collection('c').insertMany(Array.from({ length: 20_000 }, (_, i) => ({ i })));
  const order: string[] = [];
  const long = db
    .collection('c')
    .aggregate([
      { $match: { i: { $gte: 0 } } },
      { $group: { _id: { $floor: { $divide: ['$i', 2] } }, n: { $sum: 1 } } },
      { $count: 'n' },
    ]);
  const reading = long.toArray().then((result) => {
    order.push('long');
    return result;
  });
  await db.command({ ping: 1 });
  order.push('short');
  expect(await reading).toEqual([{ n: 10_000 }]);
  expect(order).toEqual(['short', 'long']);
});

test('a sort and a group over their memory fail by code 292', async () => {
  const { db } = await testServer();
  const collection = db.collection('c');
  const text = 'x'.repeat(1_000_000);
  for (let i = 0; i < 11; i++)
    await collection.insertMany(Array.from({ length: 10 }, (_, j) => ({ i, j, text })));
  const over = expect.objectContaining({ code: 292 });
  await expect(collection.find().sort({ i: 1 }).toArray()).rejects.toEqual(over);
  expect(
    (
      await collection
        .find({}, { projection: { j: 1 } })
        .sort({ i: -1, j: 1 })
        .limit(3)
        .toArray()
    ).map(({ j }) => j as number),
  ).toEqual([0, 1, 2]);
  await expect(
    collection.aggregate([{ $group: { _id: 1, all: { $push: '$text' } } }]).toArray(),
  ).rejects.toEqual(over);
});
