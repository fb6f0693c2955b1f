import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { Collection } from './collection.ts';
import { count } from './count.ts';
import { decode, decodeTyped, encode } from './documents.ts';
import type { Doc } from './documents.ts';
import type { Engine } from './engine.ts';
import { CommandError } from './errors.ts';
import { find, match } from './find.ts';
import { compileFilter } from './match.ts';
import { change, insert } from './modify.ts';
import { choosePlan } from './plan.ts';
import { compareSortKeys, parseSort, sortKey } from './sort.ts';
import { Random } from './testing/random.ts';
import { randomScalar, randomValue } from './testing/randomValue.ts';
import { temporaryEngine } from './testing/temporaryEngine.ts';
import { compileUpdate } from './update.ts';

const SEEDS = process.env['SOAK']
  ? Array.from({ length: 150 }, (_, i) => 1000 + i)
  : [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const QUERIES = 150;
const FIELDS = ['a', 'b', 'c', 'd.e', 'a.0'];
const PARTIALS = [
  { a: { $gt: 0 } },
  { b: { $exists: true } },
  { c: 1 },
  { 'a.0': { $exists: true } },
  { b: { $gte: 1 } },
];

test.each(SEEDS)('an index answers as a full scan does (seed %i)', { timeout: 60_000 }, async (seed) => {
  const random = new Random(seed);
  const engine = temporaryEngine();
  await engine.writer.run(() => fill(engine, random), false);
  const collection = engine.catalog.find('f', 'c')!;
  const all = [...find(engine.catalog, collection, { filter: {}, hint: '$natural' })].filter(
    (raw) => raw !== undefined,
  );
  const typed = all.map((raw) => decodeTyped(raw as Buffer));
  let indexed = 0;
  for (let i = 0; i < QUERIES; i++) {
    const filter = randomFilter(random);
    const sort = random.chance(0.6) ? randomSort(random) : undefined;
    const shown = inspect({ seed, i, filter, sort }, { depth: 9 });
    const expected = typed.filter(compileFilter(filter));
    const plan = choosePlan(collection, filter, parseSort(sort));
    if (plan.index) indexed++;
    const got = documents(find(engine.catalog, collection, { filter, sort }));
    expect([shown, ids(got)]).toEqual([shown, ids(expected)]);
    expect([shown, finish(count(engine.catalog, collection, { filter }))]).toEqual([shown, expected.length]);
    if (sort) checkOrder(got, sort, shown);
    const limited = documents(find(engine.catalog, collection, { filter, sort, skip: 1, limit: 3 }));
    if (sort) expect([shown, sortKeys(limited, sort)]).toEqual([shown, sortKeys(got, sort).slice(1, 4)]);
    else expect([shown, limited.length]).toEqual([shown, Math.max(0, Math.min(3, got.length - 1))]);
  }
  expect(indexed).toBeGreaterThan(QUERIES / 10);
});

/** Makes random indexes and documents, and changes and removes some. */
function fill(engine: Engine, random: Random): void {
  const collection = engine.catalog.obtain('f', 'c');
  const arrayField = random.pick(['a', 'b', 'none']);
  const doc = (id: number) => randomDoc(random, id, arrayField);
  createIndexes(engine, collection, random, 2);
  for (let id = 0; id < 60; id++) attempt(() => insert(collection, encode(doc(id))));
  createIndexes(engine, collection, random, 2);
  for (let i = 0; i < 60; i++) {
    const field = random.pick(['a', 'b', 'c']);
    const value = field === arrayField ? randomValue(random) : randomScalar(random);
    const update = random.chance(0.2) ? { $unset: { [field]: 1 } } : { $set: { [field]: value } };
    for (const row of match(engine.catalog, collection, { filter: { _id: random.below(60) } })) {
      if (row) attempt(() => change(collection, row, compileUpdate(update), new Date()));
    }
  }
  for (let id = 60; id < 120; id++) attempt(() => insert(collection, encode(doc(id))));
  for (let i = 0; i < 10; i++) {
    for (const row of match(engine.catalog, collection, { filter: { _id: random.below(120) } }))
      if (row) collection.remove(row);
  }
}

function createIndexes(engine: Engine, collection: Collection, random: Random, number: number): void {
  for (let i = 0; i < number; i++) {
    const key: Doc = {};
    for (let fields = 0; fields <= random.below(3); fields++) key[random.pick(FIELDS)] = random.pick([1, -1]);
    if ('a' in key) delete key['a.0'];
    const name = `i${collection.indexes.length}`;
    const sparse = random.chance(0.15) && { sparse: true };
    const partial = random.chance(0.3) && { partialFilterExpression: random.pick(PARTIALS) };
    engine.catalog.createIndex(collection, { key, name, ...(sparse || {}), ...(partial || {}) });
  }
}

function randomDoc(random: Random, id: number, arrayField: string): Doc {
  const doc: Doc = { _id: id };
  for (const field of ['a', 'b', 'c']) {
    if (random.chance(0.85)) doc[field] = field === arrayField ? randomValue(random) : randomScalar(random);
  }
  if (random.chance(0.7)) doc['d'] = { e: randomScalar(random) };
  return doc;
}

function randomFilter(random: Random, depth = 0): Doc {
  const filter: Doc = {};
  for (let i = 0; i <= random.below(3); i++) filter[random.pick(FIELDS)] = randomCondition(random);
  if (depth === 0 && random.chance(0.2)) filter['$or'] = [randomFilter(random, 1), randomFilter(random, 1)];
  if (depth === 0 && random.chance(0.1)) filter['$and'] = [randomFilter(random, 1), randomFilter(random, 1)];
  return filter;
}

function randomCondition(random: Random): unknown {
  const value = randomScalar(random);
  const other = randomScalar(random);
  return random.pick([
    value,
    { $eq: value },
    { $in: [value, other, randomScalar(random)] },
    { $gt: value },
    { $gte: value, $lt: other },
    { $gte: value, $lte: value },
    { $lte: value },
    { $ne: value },
    { $exists: random.chance(0.7) },
    { $gt: value, $exists: true },
    { $not: { $gt: value } },
    { $regex: random.pick(['^a', '^ab', '^a*', 'b', '^a|b']) },
    { $type: random.pick(['string', 'number', 'int', 'double']) },
  ]);
}

function randomSort(random: Random): Doc {
  return Object.fromEntries(
    Array.from({ length: 1 + random.below(2) }, () => [random.pick(FIELDS), random.pick([1, -1])]),
  );
}

function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
  }
}

function documents(found: Iterable<Buffer | Doc | undefined>): Doc[] {
  return [...found]
    .filter((doc) => doc !== undefined)
    .map((doc) => (Buffer.isBuffer(doc) ? decode(doc) : doc));
}

function ids(docs: Doc[]): number[] {
  return docs.map((doc) => Number(doc['_id'])).sort((a, b) => a - b);
}

function finish<T>(read: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = read.next();
    if (done) return value;
  }
}

function sortKeys(docs: Doc[], sort: Doc): unknown[] {
  return docs.map((doc) => sortKey(doc, parseSort(sort)));
}

function checkOrder(docs: Doc[], sort: Doc, shown: unknown): void {
  const fields = parseSort(sort);
  const keys = docs.map((doc) => sortKey(doc, fields));
  keys.slice(1).forEach((key, i) => {
    expect([shown, compareSortKeys(keys[i]!, key, fields) <= 0]).toEqual([shown, true]);
  });
}
