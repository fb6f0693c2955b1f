import { Decimal128 } from 'mongodb';
import { expect, test } from 'vitest';
import { testServer } from '../wire/testing/testServer.ts';

/** Whatever is not supported is refused by name with code 238 and never ignored. */
const REFUSED: [what: string, command: Record<string, unknown>][] = [
  ['mapReduce', { mapReduce: 'c', map: 'x', reduce: 'y', out: 'z' }],
  ['collMod', { collMod: 'c', validator: {} }],
  ['collation', { find: 'c', collation: { locale: 'en', strength: 2 } }],
  ['tailable', { find: 'c', tailable: true }],
  ['noCursorTimeout', { find: 'c', noCursorTimeout: true }],
  ['returnKey', { find: 'c', returnKey: true }],
  ['nonsense', { find: 'c', nonsense: 1 }],
  ['let', { find: 'c', let: { x: 1 } }],
  ['snapshot', { find: 'c', readConcern: { level: 'snapshot' } }],
  ['$where', { find: 'c', filter: { $where: 'true' } }],
  ['$text', { find: 'c', filter: { $text: { $search: 'x' } } }],
  ['$jsonSchema', { find: 'c', filter: { $jsonSchema: {} } }],
  ['$geoWithin', { find: 'c', filter: { a: { $geoWithin: {} } } }],
  ['$near', { find: 'c', filter: { a: { $near: [0, 0] } } }],
  ['$bitsAllSet', { find: 'c', filter: { a: { $bitsAllSet: 1 } } }],
  ['option', { find: 'c', filter: { a: { $regex: 'x', $options: 'x' } } }],
  ['$slice', { find: 'c', projection: { a: { $slice: 1 } } }],
  ['$elemMatch', { find: 'c', projection: { a: { $elemMatch: { b: 1 } } } }],
  ['$mod', { find: 'c', filter: { a: { $mod: [2, 0] } } }],
  ['Decimal128', { find: 'c', filter: { a: { $gt: Decimal128.fromString('1') } } }],
  [
    'binSize',
    {
      aggregate: 'c',
      cursor: {},
      pipeline: [{ $project: { d: { $dateTrunc: { date: '$d', unit: 'day', binSize: 2 } } } }],
    },
  ],
  [
    'week',
    {
      aggregate: 'c',
      cursor: {},
      pipeline: [{ $match: { $expr: { $dateTrunc: { date: new Date(), unit: 'week' } } } }],
    },
  ],
  ['positional projection', { find: 'c', projection: { 'a.$': 1 } }],
  ['$meta', { find: 'c', projection: { score: { $meta: 'textScore' } } }],
  ['$meta', { find: 'c', sort: { score: { $meta: 'textScore' } } }],
  ['$natural', { find: 'c', sort: { $natural: -1 } }],
  ['$lookup', { aggregate: 'c', cursor: {}, pipeline: [{ $lookup: {} }] }],
  ['$facet', { aggregate: 'c', cursor: {}, pipeline: [{ $facet: {} }] }],
  ['$out', { aggregate: 'c', cursor: {}, pipeline: [{ $out: 'd' }] }],
  ['$merge', { aggregate: 'c', cursor: {}, pipeline: [{ $merge: 'd' }] }],
  ['$changeStream', { aggregate: 'c', cursor: {}, pipeline: [{ $changeStream: {} }] }],
  ['$setWindowFields', { aggregate: 'c', cursor: {}, pipeline: [{ $setWindowFields: {} }] }],
  ['$zip', { aggregate: 'c', cursor: {}, pipeline: [{ $project: { a: { $zip: {} } } }] }],
  ['$function', { aggregate: 'c', cursor: {}, pipeline: [{ $match: { $expr: { $function: {} } } }] }],
  ['$stdDevPop', { aggregate: 'c', cursor: {}, pipeline: [{ $group: { _id: 1, a: { $stdDevPop: '$a' } } }] }],
  ['without a collection', { aggregate: 1, cursor: {}, pipeline: [] }],
  ['explain', { aggregate: 'c', cursor: {}, explain: true, pipeline: [] }],
  ['viewOn', { create: 'v', viewOn: 'c', pipeline: [] }],
  ['capped', { create: 'v', capped: true, size: 1000 }],
  ['timeseries', { create: 'v', timeseries: { timeField: 't' } }],
  ['validator', { create: 'v', validator: { a: 1 } }],
  ['hashed', { createIndexes: 'c', indexes: [{ key: { a: 'hashed' }, name: 'x' }] }],
  ['text', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'x' }] }],
  ['2dsphere', { createIndexes: 'c', indexes: [{ key: { a: '2dsphere' }, name: 'x' }] }],
  ['wildcard', { createIndexes: 'c', indexes: [{ key: { '$**': 1 }, name: 'x' }] }],
  ['collation', { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', collation: { locale: 'en' } }] }],
  ['hidden', { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', hidden: true }] }],
  ['listDatabases', { listDatabases: 1 }],
  ['a.$', { findAndModify: 'c', query: { a: 1 }, update: { $set: { 'a.$': 1 } } }],
  ['arrayFilters', { findAndModify: 'c', query: {}, update: { $set: { a: 1 } }, arrayFilters: [{ x: 1 }] }],
  ['$[]', { findAndModify: 'c', query: {}, update: { $set: { 'a.$[]': 1 } } }],
  ['$bit', { findAndModify: 'c', query: {}, update: { $bit: { a: { and: 1 } } } }],
  [
    'transaction',
    { findAndModify: 'c', query: {}, update: { $set: { a: 1 } }, autocommit: false, startTransaction: true },
  ],
];

test('what is not supported is refused by name', async () => {
  const { db, failures } = await testServer();
  await db.collection('c').insertOne({ a: [1] });
  for (const [what, command] of REFUSED) {
    const error: unknown = await db.command(command).catch((reason: unknown) => reason);
    expect([what, error]).toEqual([what, expect.objectContaining({ code: 238, codeName: 'NotImplemented' })]);
    expect((error as Error).message).toContain(what);
  }
  expect(failures).toEqual([]);
});

test('a refused statement of a batch is reported by its index', async () => {
  const { db } = await testServer();
  const updates = [
    { q: {}, u: { $set: { a: 1 } }, upsert: true },
    { q: {}, u: { $bit: { a: { or: 1 } } } },
    { q: {}, u: { $nope: { a: 1 } } },
  ];
  const answer = await db.command({ update: 'c', updates, ordered: false });
  expect(answer).toMatchObject({
    n: 1,
    writeErrors: [
      { index: 1, code: 238 },
      { index: 2, code: 9 },
    ],
  });
});

test('a transaction of the driver fails with the refusal', async () => {
  const { client, db } = await testServer();
  const session = client.startSession();
  session.startTransaction();
  const outcome = db.collection('c').insertOne({ a: 1 }, { session });
  await expect(outcome).rejects.toMatchObject({ code: 238 });
  await session.endSession();
  expect(await db.collection('c').countDocuments()).toBe(0);
});

test('options that are false or ask for nothing are accepted', async () => {
  const { db } = await testServer();
  const find = {
    find: 'c',
    tailable: false,
    allowDiskUse: true,
    collation: { locale: 'simple' },
    comment: 'x',
    let: null,
  };
  expect(await db.command(find)).toMatchObject({ ok: 1 });
});

test('a write concern that one server cannot meet is refused', async () => {
  const { db } = await testServer();
  await expect(db.collection('c').insertOne({}, { writeConcern: { w: 3 } })).rejects.toMatchObject({
    code: 100,
  });
});
