import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journaled } from './journaled.ts';
import { embeddedDatabase, mongoDatabase, skipWithoutMongoDB } from './testing.ts';
import type { TestDatabase } from './testing.ts';

/** The product's own queries, which must mean the same on the embedded store and on MongoDB. */
const { Schema } = mongoose;
type Id = { _id: string };
type Named = Id & { name: string };

const schemas = {
  task: new Schema(
    {
      _id: String,
      jobId: String,
      state: String,
      priority: Number,
      createdAt: Date,
      lease: { workerId: String, token: Number, until: Date },
      token: { type: Number, default: 0 },
    },
    { writeConcern: journaled },
  ).index({ state: 1, priority: -1, createdAt: 1, _id: 1 }),
  worker: new Schema({
    _id: String,
    ownerId: String,
    name: String,
    status: String,
    revision: { type: Number, default: 0 },
    tags: [String],
  })
    .index({ ownerId: 1, name: 1, _id: 1 })
    .index({ ownerId: 1, name: 1 }, { unique: true, partialFilterExpression: { status: { $exists: true } } }),
  account: new Schema(
    {
      _id: String,
      balance: BigInt,
      keys: [String],
      outbox: [{ _id: false, id: String, type: { type: String }, at: Date }],
    },
    { writeConcern: journaled },
  ).index({ 'outbox.0.at': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } }),
  entry: new Schema(
    {
      key: { type: String, unique: true },
      at: Date,
      lines: [{ _id: false, account: String, amount: BigInt }],
    },
    { writeConcern: journaled },
  ).index({ 'lines.account': 1, at: 1 }),
  sample: new Schema(
    { workerId: String, slot: Number, at: Date, celsius: Number },
    { versionKey: false },
  ).index({
    workerId: 1,
    at: 1,
  }),
};

const MONGODB_SKIPPED = skipWithoutMongoDB("the contract suite's run against MongoDB");

describe.each([
  { server: 'embedded', open: embeddedDatabase, skipped: false },
  { server: 'MongoDB', open: mongoDatabase, skipped: MONGODB_SKIPPED },
])('$server', ({ server, open, skipped }) => {
  describe.skipIf(skipped)('answers the queries of the product', () => {
    let database: TestDatabase;
    let models: ReturnType<typeof modelsOn>;

    beforeAll(async () => {
      database = await open();
      models = modelsOn(database.connection);
      for (const model of Object.values(models)) await model.createIndexes();
    });
    afterAll(() => database.drop());

    test('creating indexes again changes nothing', async () => {
      const before = await models.task.listIndexes();
      await models.task.createIndexes();
      expect(await models.task.listIndexes()).toEqual(before);
    });

    test('of many that claim a task at once each gets another, the most urgent and oldest first', async () => {
      const tasks = Array.from({ length: 30 }, (_, i) => ({
        _id: `task-${String(i).padStart(2, '0')}`,
        jobId: 'job-1',
        state: 'READY',
        priority: i % 3,
        createdAt: new Date(1_000_000 + i),
      }));
      await models.task.insertMany(tasks);
      const claim = (workerId: string) =>
        models.task
          .findOneAndUpdate(
            { state: 'READY' },
            {
              $set: { state: 'LEASED', 'lease.workerId': workerId, 'lease.until': new Date(5e6) },
              $inc: { token: 1 },
            },
            { sort: { priority: -1, createdAt: 1, _id: 1 }, returnDocument: 'after' },
          )
          .lean();
      const claimed = await Promise.all(Array.from({ length: 40 }, (_, i) => claim(`worker-${i}`)));
      const won = claimed.filter((task) => task !== null);
      expect(new Set(won.map((task) => task._id)).size).toBe(30);
      expect(won.length).toBe(30);
      expect(won.every((task) => task.token === 1)).toBe(true);
      const [first] = tasks.filter((task) => task.priority === 2);
      expect(won.map((task) => task._id)).toContain(first!._id);
    });

    test('a transition matches id, state and token, so that one of two wins', async () => {
      await models.task.create({ _id: 'fenced', state: 'LEASED', token: 7 });
      const finish = () =>
        models.task.updateOne(
          { _id: 'fenced', state: 'LEASED', token: 7 },
          { $set: { state: 'DONE' }, $inc: { token: 1 } },
        );
      const results = await Promise.all([finish(), finish(), finish()]);
      expect(results.map((result) => result.modifiedCount).sort()).toEqual([0, 0, 1]);
      expect(await models.task.findById('fenced').lean()).toMatchObject({ state: 'DONE', token: 8 });
    });

    test('pages follow one another by cursor, in index order, both ways', async () => {
      const workers = Array.from({ length: 25 }, (_, i) => ({
        _id: `w${String(i).padStart(2, '0')}`,
        ownerId: i === 24 ? 'other' : 'owner',
        name: `gpu ${String.fromCharCode(97 + (i % 5))}`,
      }));
      await models.worker.insertMany(workers);
      const expected = workers
        .filter(({ ownerId }) => ownerId === 'owner')
        .sort((a, b) => a.name.localeCompare(b.name) || a._id.localeCompare(b._id))
        .map(({ _id }) => _id);
      for (const direction of [1, -1] as const) {
        const compare = direction > 0 ? '$gt' : '$lt';
        const seen: string[] = [];
        for (let after: Named | undefined; ;) {
          const past = after
            ? {
                $or: [
                  { name: { [compare]: after.name } },
                  { name: after.name, _id: { [compare]: after._id } },
                ],
              }
            : {};
          const page = await models.worker
            .find({ ownerId: 'owner', ...past })
            .sort({ name: direction, _id: direction })
            .limit(7)
            .lean<Named[]>();
          seen.push(...page.map(({ _id }) => _id));
          if (page.length < 7) break;
          after = page.at(-1)!;
        }
        expect(seen).toEqual(direction > 0 ? expected : expected.toReversed());
      }
      expect(await models.worker.countDocuments({ ownerId: 'owner', name: /^gpu a/ })).toBe(5);
    });

    test('a taken key is a duplicate key error that says which', async () => {
      let created = 0;
      const create = (name: string, status?: string) =>
        models.worker.create({
          _id: `dup-${name}-${++created}`,
          ownerId: 'dup',
          name,
          ...(status && { status }),
        });
      await create('one', 'NEW');
      await create('one');
      const error: unknown = await create('one', 'NEW').catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        name: 'MongoServerError',
        code: 11000,
        keyPattern: { ownerId: 1, name: 1 },
        keyValue: { ownerId: 'dup', name: 'one' },
      });
    });

    test('an upsert makes a document once, however many ask', async () => {
      const upsert = () =>
        models.account.updateOne(
          { _id: 'upserted' },
          { $setOnInsert: { balance: 5n }, $addToSet: { keys: 'k' } },
          { upsert: true },
        );
      const results = await Promise.allSettled([upsert(), upsert(), upsert()]);
      const made = results.filter(
        (result) => result.status === 'fulfilled' && result.value.upsertedCount === 1,
      );
      expect(made.length).toBe(1);
      expect(await models.account.findById('upserted').lean()).toMatchObject({ balance: 5n, keys: ['k'] });
    });

    test('a balance changes once per key and never goes below zero', async () => {
      await models.account.create({ _id: 'payer', balance: 1_000n });
      const spend = (key: string, amount: bigint) =>
        models.account.updateOne(
          { _id: 'payer', keys: { $ne: key }, balance: { $gte: amount } },
          { $inc: { balance: -amount }, $push: { keys: key } },
        );
      const results = await Promise.all([
        spend('a', 400n),
        spend('a', 400n),
        spend('b', 400n),
        spend('c', 400n),
      ]);
      expect(results.reduce((total, { modifiedCount }) => total + modifiedCount, 0)).toBe(2);
      const payer = await models.account.findById('payer').lean();
      expect(payer?.balance).toBe(200n);
      expect(payer?.keys.length).toBe(2);
    });

    test('integers beyond 2^53 are exact', async () => {
      const large = 9_007_199_254_740_993n;
      await models.account.create({ _id: 'large', balance: large });
      await models.account.updateOne({ _id: 'large' }, { $inc: { balance: 1n } });
      expect(await models.account.countDocuments({ balance: large })).toBe(0);
      expect((await models.account.findOne({ balance: large + 1n }).lean())?.balance).toBe(large + 1n);
    });

    test('an outbox is written with the change, found by its partial index, and emptied', async () => {
      const event = (id: string, at: number) => ({ id, type: 'task.verified', at: new Date(at) });
      for (const [name, at] of [
        ['x', 3000],
        ['y', 1000],
        ['z', 2000],
      ] as const) {
        await models.account.create({ _id: `outbox-${name}`, balance: 0n });
        await models.account.updateOne(
          { _id: `outbox-${name}` },
          {
            $inc: { balance: 1n },
            $push: { outbox: { $each: [event(`${name}1`, at), event(`${name}2`, at + 1)] } },
          },
        );
      }
      const waiting = () =>
        models.account
          .find({ 'outbox.0': { $exists: true } })
          .sort({ 'outbox.0.at': 1 })
          .lean<Id[]>();
      expect((await waiting()).map(({ _id }) => _id)).toEqual(['outbox-y', 'outbox-z', 'outbox-x']);
      await models.account.updateOne(
        { _id: 'outbox-y' },
        { $pull: { outbox: { id: { $in: ['y1', 'y2'] } } } },
      );
      await models.account.updateOne({ _id: 'outbox-z' }, { $pull: { outbox: { id: 'z1' } } });
      expect((await waiting()).map(({ _id }) => _id)).toEqual(['outbox-z', 'outbox-x']);
      const [z] = await models.account.find({ _id: 'outbox-z' }).lean();
      expect(z?.outbox.map(({ id }) => id)).toEqual(['z2']);
    });

    test('lists in documents are kept short and in order', async () => {
      await models.worker.create({ _id: 'lists', tags: ['m'] });
      await models.worker.updateOne(
        { _id: 'lists' },
        { $push: { tags: { $each: ['z', 'a'], $sort: 1, $slice: -2 } } },
      );
      expect((await models.worker.findById('lists').lean())?.tags).toEqual(['m', 'z']);
      await models.worker.updateOne({ _id: 'lists' }, { $push: { tags: { $each: ['0'], $position: 0 } } });
      await models.worker.updateOne({ _id: 'lists' }, { $addToSet: { tags: { $each: ['z', 'q'] } } });
      expect((await models.worker.findById('lists').lean())?.tags).toEqual(['0', 'm', 'z', 'q']);
      await models.worker.updateOne({ _id: 'lists' }, { $pop: { tags: -1 } });
      expect((await models.worker.findById('lists').lean())?.tags).toEqual(['m', 'z', 'q']);
    });

    test('ranges of string ids are found in order', async () => {
      const page = await models.task
        .find({ _id: { $gt: 'task-05', $lte: 'task-09' } })
        .sort({ _id: 1 })
        .lean<Id[]>();
      expect(page.map(({ _id }) => _id)).toEqual(['task-06', 'task-07', 'task-08', 'task-09']);
    });

    test('the ledger sums to zero, by account and over all, and takes a key once', async () => {
      const post = (key: string, from: string, to: string, amount: bigint) =>
        models.entry.create({
          key,
          at: new Date(),
          lines: [
            { account: from, amount: -amount },
            { account: to, amount },
          ],
        });
      await post('k1', 'creator', 'escrow', 300n);
      await post('k2', 'escrow', 'provider', 200n);
      await post('k3', 'escrow', 'fee', 20n);
      await expect(post('k2', 'escrow', 'provider', 200n)).rejects.toMatchObject({
        code: 11000,
        keyPattern: { key: 1 },
      });
      const sums = await models.entry.aggregate<{ _id: string; amount: bigint; n: number }>([
        { $unwind: '$lines' },
        { $group: { _id: '$lines.account', amount: { $sum: '$lines.amount' }, n: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ]);
      expect(sums).toEqual([
        { _id: 'creator', amount: -300n, n: 1 },
        { _id: 'escrow', amount: 80n, n: 3 },
        { _id: 'fee', amount: 20n, n: 1 },
        { _id: 'provider', amount: 200n, n: 1 },
      ]);
      const [total] = await models.entry.aggregate([
        { $unwind: '$lines' },
        { $group: { _id: null, amount: { $sum: '$lines.amount' } } },
      ]);
      expect(total).toEqual({ _id: null, amount: 0n });
    });

    test('samples: a range, the latest, and means by the day of a zone', async () => {
      const start = Date.UTC(2026, 2, 29);
      const samples = Array.from({ length: 96 }, (_, i) => ({
        workerId: i % 2 ? 'even' : 'odd',
        slot: 0,
        at: new Date(start + i * 1_800_000),
        celsius: 40 + (i % 10),
      }));
      const result = await models.sample.insertMany(samples, { ordered: false });
      expect(result.length).toBe(96);
      const hour = { $gte: new Date(start), $lt: new Date(start + 3_600_000 * 3) };
      const range = await models.sample
        .find({ workerId: 'odd', at: hour }, { _id: 0, celsius: 1 })
        .sort({ at: 1 })
        .lean();
      expect(range).toEqual([{ celsius: 40 }, { celsius: 42 }, { celsius: 44 }]);
      const latest = await models.sample.findOne({ workerId: 'odd' }).sort({ at: -1 }).lean();
      expect(latest?.at).toEqual(new Date(start + 94 * 1_800_000));
      const days = await models.sample.aggregate([
        { $match: { workerId: { $in: ['odd', 'even'] } } },
        {
          $group: {
            _id: { $dateTrunc: { date: '$at', unit: 'day', timezone: 'Europe/Berlin' } },
            mean: { $avg: '$celsius' },
            max: { $max: '$celsius' },
            min: { $min: '$celsius' },
            n: { $sum: 1 },
          },
        },
        { $sort: { _id: 1 } },
      ]);
      expect(days.map(({ _id, n }: { _id: Date; n: number }) => [_id.toISOString(), n])).toEqual([
        ['2026-03-28T23:00:00.000Z', 44],
        ['2026-03-29T22:00:00.000Z', 48],
        ['2026-03-30T22:00:00.000Z', 4],
      ]);
      expect(days[0]).toMatchObject({ max: 49, min: 40 });
    });

    test('insertMany without order stores what it can and says what it could not', async () => {
      const outcome = await models.sample.collection
        .insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }] as never[], {
          ordered: false,
        })
        .catch((error: unknown) => error);
      expect(outcome).toMatchObject({
        code: 11000,
        result: { insertedCount: 3 },
        writeErrors: [{ index: 1 }, { index: 3 }],
      });
    });

    test('bulkWrite mixes inserts, updates, upserts and deletes', async () => {
      const result = await models.worker.bulkWrite([
        { insertOne: { document: { _id: 'bulk-1', ownerId: 'bulk', name: 'a' } } },
        { insertOne: { document: { _id: 'bulk-2', ownerId: 'bulk', name: 'b' } } },
        { updateMany: { filter: { ownerId: 'bulk' }, update: { $inc: { revision: 1 } } } },
        { updateOne: { filter: { _id: 'bulk-3' }, update: { $set: { ownerId: 'bulk' } }, upsert: true } },
        { deleteOne: { filter: { _id: 'bulk-1' } } },
      ]);
      expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 2, upsertedCount: 1, deletedCount: 1 });
    });

    test('a pipeline update computes from the document itself', async () => {
      await models.worker.create({ _id: 'computed', revision: 4, name: 'old' });
      const update = (revision: number, name: string) =>
        models.worker.updateOne(
          { _id: 'computed' },
          [
            {
              $set: {
                name: { $cond: [{ $lt: ['$revision', revision] }, name, '$name'] },
                revision: { $max: ['$revision', revision] },
              },
            },
          ],
          { updatePipeline: true },
        );
      await update(6, 'new');
      await update(5, 'late');
      expect(await models.worker.findById('computed').lean()).toMatchObject({ revision: 6, name: 'new' });
    });

    test('a cursor reads on in batches while documents come and go', async () => {
      await models.sample.insertMany(
        Array.from({ length: 500 }, (_, i) => ({ workerId: 'cursor', at: new Date(i), celsius: i })),
      );
      const seen: number[] = [];
      for await (const { celsius } of models.sample
        .find({ workerId: 'cursor' })
        .sort({ at: 1 })
        .lean()
        .cursor({ batchSize: 50 })) {
        seen.push(celsius!);
        if (seen.length === 100)
          await models.sample.deleteMany({ workerId: 'cursor', celsius: { $gte: 400 } });
      }
      expect(seen.slice(0, 400)).toEqual(Array.from({ length: 400 }, (_, i) => i));
      expect(seen.length).toBeLessThan(500);
    });

    test('distinct values are sorted and arrays count by element', async () => {
      await models.worker.create([
        { _id: 'd1', ownerId: 'dist', name: '1', tags: ['b', 'a'] },
        { _id: 'd2', ownerId: 'dist', name: '2', tags: ['c', 'a'] },
      ]);
      expect(await models.worker.distinct('tags', { ownerId: 'dist' })).toEqual(['a', 'b', 'c']);
    });

    test('a wrong type is refused and changes nothing', async () => {
      const { collection } = models.worker;
      await collection.insertOne({ _id: 'typed', name: 'text', n: null } as never);
      const failing = [
        { $inc: { name: 1 } },
        { $inc: { n: 1 } },
        { $push: { name: 1 } },
        { $set: { 'name.x': 1 } },
        { $set: { _id: 'other' } },
      ];
      const codes: unknown[] = [];
      for (const update of failing) {
        codes.push(
          await collection
            .updateOne({ _id: 'typed' as never }, update as never)
            .catch((error: { code: number }) => error.code),
        );
      }
      expect(codes).toEqual([14, 14, 2, 28, 66]);
      expect(await collection.findOne({ _id: 'typed' as never })).toEqual({
        _id: 'typed',
        name: 'text',
        n: null,
      });
    });

    test('maxTimeMS is accepted and a quick query is in time', async () => {
      expect(await models.worker.find({ ownerId: 'owner' }).maxTimeMS(10_000).lean()).toHaveLength(24);
    });

    test.runIf(server === 'embedded')('each is answered from an index', async () => {
      const stages = async (query: { explain(): unknown }) => JSON.stringify(await query.explain());
      const past = { $or: [{ name: { $gt: 'gpu b' } }, { name: 'gpu b', _id: { $gt: 'w06' } }] };
      const page = await stages(
        models.worker
          .find({ ownerId: 'owner', ...past })
          .sort({ name: 1, _id: 1 })
          .limit(7),
      );
      expect(page).toContain('"ownerId":1,"name":1,"_id":1');
      expect(page).not.toContain('SORT');
      const waiting = await stages(models.account.find({ 'outbox.0': { $exists: true } }));
      expect(waiting).toContain('outbox.0.at_1');
      const lease = await stages(
        models.task.find({ state: 'READY' }).sort({ priority: -1, createdAt: 1, _id: 1 }),
      );
      expect(lease).toContain('IXSCAN');
      expect(lease).not.toContain('SORT');
      expect(await stages(models.sample.find({ workerId: 'odd' }).sort({ at: -1 }))).toContain('backward');
    });
  });
});

function modelsOn(connection: Connection) {
  return {
    task: connection.model('Task', schemas.task),
    worker: connection.model('Worker', schemas.worker),
    account: connection.model('Account', schemas.account),
    entry: connection.model('Entry', schemas.entry),
    sample: connection.model('Sample', schemas.sample),
  };
}
