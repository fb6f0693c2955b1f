import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

/** Ordinary mongoose models, with what mongoose itself does on top of the driver. */
const { Schema, Types } = mongoose;

let database: TestDatabase;
let models: ReturnType<typeof modelsOn>;

beforeAll(async () => {
  database = await testDatabase();
  models = modelsOn(database);
  for (const model of Object.values(models)) await model.createIndexes();
});
afterAll(() => database.drop());

function modelsOn({ connection }: TestDatabase) {
  const owner = new Schema(
    {
      name: { type: String, required: true },
      email: { type: String, unique: true, lowercase: true },
      tags: [String],
      stats: { jobs: { type: Number, default: 0 } },
    },
    { timestamps: true },
  );
  const job = new Schema({
    status: { type: String, enum: ['queued', 'done'], default: 'queued', index: true },
    owner: { type: Schema.Types.ObjectId, ref: 'Owner' },
    payload: Schema.Types.Mixed,
  });
  const kinds = new Schema({
    decimal: Schema.Types.Decimal128,
    big: BigInt,
    bytes: Buffer,
    uuid: Schema.Types.UUID,
    map: { type: Map, of: Number },
    double: Schema.Types.Double,
    int: Schema.Types.Int32,
    at: Date,
    nested: [{ id: Schema.Types.ObjectId, list: [[Number]] }],
  });
  return {
    owners: connection.model('Owner', owner),
    jobs: connection.model('Job', job),
    kinds: connection.model('Kinds', kinds),
  };
}

test('timestamps, defaults, setters and validation', async () => {
  const ada = await models.owners.create({ name: 'Ada', email: 'Ada@X.io' });
  expect(ada).toMatchObject({ email: 'ada@x.io', stats: { jobs: 0 }, createdAt: expect.any(Date) });
  await expect(new models.owners({ email: 'b@x.io' }).save()).rejects.toThrow(mongoose.Error.ValidationError);
  const before = ada.updatedAt;
  await models.owners.updateOne({ _id: ada._id }, { $set: { name: 'Ada L.' } });
  const after = (await models.owners.findById(ada._id))!;
  expect(after.updatedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(after.name).toBe('Ada L.');
});

test('a document that is changed and saved writes what changed, and an older copy does not win', async () => {
  const owner = await models.owners.create({ name: 'V', email: 'v@x.io', tags: ['a', 'b', 'c'] });
  const stale = (await models.owners.findById(owner._id))!;
  tagsOf(owner).pull('b');
  owner.stats!.jobs += 1;
  await owner.save();
  tagsOf(stale).set(1, 'z');
  await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
  expect(await models.owners.findById(owner._id).lean()).toMatchObject({
    tags: ['a', 'c'],
    stats: { jobs: 1 },
  });
});

test('populate, select, exists, counts and deletes', async () => {
  const owner = await models.owners.create({ name: 'P', email: 'p@x.io' });
  await models.jobs.insertMany(
    Array.from({ length: 6 }, (_, n) => ({ owner: owner._id, payload: { n, deep: [{ n }] } })),
  );
  const job = await models.jobs
    .findOne({ 'payload.deep.n': 3 })
    .populate<{ owner: { name: string } }>('owner', 'name');
  expect(job!.owner.name).toBe('P');
  expect(Object.keys((await models.jobs.findOne({ owner: owner._id }, 'status').lean())!)).toEqual([
    '_id',
    'status',
  ]);
  expect(await models.jobs.exists({ 'payload.n': 5 })).not.toBeNull();
  expect(await models.jobs.estimatedDocumentCount()).toBe(6);
  expect(await models.jobs.where('payload.n').gte(2).lt(4).countDocuments()).toBe(2);
  expect((await models.jobs.findOneAndDelete({ 'payload.n': 0 }))!.payload).toEqual({
    n: 0,
    deep: [{ n: 0 }],
  });
  expect(await models.jobs.deleteMany({ owner: owner._id })).toMatchObject({ deletedCount: 5 });
});

test('values of every type come back as they were, also after an update', async () => {
  const values = {
    decimal: Types.Decimal128.fromString('0.10'),
    big: 9_007_199_254_740_993n,
    bytes: Buffer.from([0, 1, 255]),
    uuid: '0b8a1b9e-7f5d-4c39-9d52-0a3a1d6a3c11',
    map: new Map([['k', 1]]),
    double: 3,
    int: 7,
    at: new Date(-1),
    nested: [{ id: new Types.ObjectId(), list: [[1, 2], [3]] }],
  };
  const { _id } = await models.kinds.create(values);
  await models.kinds.updateOne({ _id }, { $inc: { int: 1, big: 1n } });
  const read = (await models.kinds.findById(_id))!;
  expect(read.decimal!.toString()).toBe('0.10');
  expect(read.big).toBe(9_007_199_254_740_994n);
  expect(Buffer.from(read.bytes!)).toEqual(values.bytes);
  expect(String(read.uuid)).toBe(values.uuid);
  expect(read.map!.get('k')).toBe(1);
  expect(read.at).toEqual(values.at);
  expect(read.nested[0]!.list).toEqual([[1, 2], [3]]);
  const typed = {
    _id,
    double: { $type: 'double' },
    int: { $type: 'int' },
    big: { $type: 'long' },
    decimal: { $type: 'decimal' },
  };
  expect(await models.kinds.collection.countDocuments(typed as never)).toBe(1);
});

test('indexes are as the schemas say, and synchronizing them changes nothing', async () => {
  expect((await models.owners.listIndexes()).map(({ name, unique }) => [name, unique])).toEqual([
    ['_id_', undefined],
    ['email_1', true],
  ]);
  expect(await models.jobs.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  expect(await models.jobs.syncIndexes()).toEqual([]);
});

test('a cursor streams documents in batches', async () => {
  await models.jobs.insertMany(Array.from({ length: 250 }, (_, n) => ({ payload: { n } })));
  let sum = 0;
  await models.jobs
    .find({ owner: { $exists: false } })
    .cursor({ batchSize: 40 })
    .eachAsync((job) => void (sum += (job.payload as { n: number }).n), { parallel: 3 });
  expect(sum).toBe((249 * 250) / 2);
});

test('bulkSave, upsert and replace', async () => {
  const jobs = await models.jobs.create([{ payload: 1 }, { payload: 2 }]);
  for (const job of jobs) job.status = 'done';
  await models.jobs.bulkSave(jobs);
  expect(await models.jobs.countDocuments({ status: 'done' })).toBe(2);
  const made = await models.jobs.findOneAndUpdate(
    { payload: 'new' },
    { status: 'done' },
    { upsert: true, returnDocument: 'after' },
  );
  expect(made).toMatchObject({ payload: 'new', status: 'done' });
  await models.jobs.replaceOne({ _id: made._id }, { payload: 'replaced' });
  expect(await models.jobs.findById(made._id).lean()).toEqual({
    _id: made._id,
    __v: 0,
    payload: 'replaced',
    status: 'queued',
  });
});

function tagsOf({ tags }: { tags: string[] }): mongoose.Types.Array<string> {
  return tags as mongoose.Types.Array<string>;
}
