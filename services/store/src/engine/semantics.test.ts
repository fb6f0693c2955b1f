import { describe, expect, test } from 'vitest';
import { Double, Int32, Long } from './bson.ts';
import { decode, decodeTyped, encode } from './documents.ts';
import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { compileExpression } from './expression.ts';
import { compileFilter } from './match.ts';
import { compileFindProjection, compileProjection } from './projection.ts';
import { compileUpdate } from './update.ts';

/** What MongoDB documents of its operators, case by case. */
const stored = (doc: Doc) => decode(encode(doc));
const date = (text: string) => new Date(text);

describe('filters', () => {
  test.each<[filter: Doc, matching: Doc[], others: Doc[]]>([
    [{ a: 1 }, [{ a: 1 }, { a: [2, 1] }, { a: Long.fromNumber(1) }], [{ a: '1' }, { a: true }, {}]],
    [{ a: null }, [{ a: null }, {}, { a: [null] }], [{ a: 0 }, { a: [] }]],
    [{ a: { $ne: null } }, [{ a: 0 }, { a: [] }], [{}, { a: null }]],
    [{ 'a.b': 1 }, [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 1 }] }], [{ a: [1] }, { a: 1 }]],
    [{ 'a.1': 5 }, [{ a: [1, 5] }, { a: { 1: 5 } }], [{ a: [5, 1] }]],
    [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
    [{ a: { x: 1, y: 2 } }, [{ a: { x: 1, y: 2 } }], [{ a: { y: 2, x: 1 } }, { a: { x: 1 } }]],
    [{ a: { $gt: 1, $lt: 5 } }, [{ a: 3 }, { a: [0, 9] }], [{ a: '3' }, { a: 1 }, { a: NaN }]],
    [{ a: { $gte: date('2026-01-01') } }, [{ a: date('2026-01-01') }], [{ a: 9e15 }, { a: null }]],
    [{ a: { $elemMatch: { $gt: 1, $lt: 5 } } }, [{ a: [3] }], [{ a: [0, 9] }, { a: 3 }]],
    [{ a: { $elemMatch: { x: 1, y: 2 } } }, [{ a: [{ x: 1, y: 2 }] }], [{ a: [{ x: 1 }, { y: 2 }] }]],
    [{ a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }]],
    [{ a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: 2 }, {}]],
    [{ a: { $exists: false } }, [{}, { b: 1 }], [{ a: null }]],
    [{ a: { $in: [1, null, 'x'] } }, [{ a: 'x' }, {}, { a: [1] }], [{ a: 2 }]],
    [{ a: { $nin: [1, 'x'] } }, [{}, { a: 2 }], [{ a: [1, 2] }]],
    [{ a: { $not: { $gt: 1 } } }, [{}, { a: 1 }, { a: 'x' }], [{ a: 2 }, { a: [0, 2] }]],
    [{ a: /^ab/i }, [{ a: 'ABc' }, { a: ['x', 'ab'] }], [{ a: 'xab' }, { a: 1 }]],
    [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }], [{ a: 2 }]],
    [{ $nor: [{ a: 1 }, { b: 1 }] }, [{}], [{ a: 1 }]],
    [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }, { a: 1 }], [{ a: 1, b: 1 }, {}]],
    [{ constructor: null }, [{}], [{ constructor: 1 }]],
  ])('%j', (filter, matching, others) => {
    const test = compileFilter(stored(filter));
    expect(matching.filter((doc) => !test(stored(doc)))).toEqual([]);
    expect(others.filter((doc) => test(stored(doc)))).toEqual([]);
  });

  test.each([
    [{ a: { $gt: 1, b: 2 } }],
    [{ $or: [] }],
    [{ $and: [1] }],
    [{ a: { $in: 1 } }],
    [{ a: { $size: -1 } }],
    [{ a: { $not: 1 } }],
    [{ a: { $regex: '(' } }],
    [{ $unknown: 1 }],
  ])('%j is refused', (filter) => {
    expect(() => compileFilter(filter)).toThrow(CommandError);
  });
});

describe('updates', () => {
  test.each<[update: Doc | Doc[], before: Doc, after: Doc]>([
    [{ $set: { 'a.b': 1 } }, {}, { a: { b: 1 } }],
    [{ $set: { 'a.2': 1 } }, { a: [0] }, { a: [0, null, 1] }],
    [{ $unset: { 'a.b': '', c: '' } }, { a: { b: 1, d: 2 } }, { a: { d: 2 } }],
    [
      { $inc: { n: 2 }, $mul: { m: 3, none: 3 } },
      { n: 1, m: 2 },
      { n: 3, m: 6, none: 0 },
    ],
    [
      { $min: { a: 1, b: 5 }, $max: { c: 1, d: 5 } },
      { a: 3, b: 3, c: 3, d: 3 },
      { a: 1, b: 3, c: 3, d: 5 },
    ],
    [{ $rename: { a: 'b.c' } }, { a: 1 }, { b: { c: 1 } }],
    [{ $push: { a: 1 } }, {}, { a: [1] }],
    [{ $push: { a: { $each: [5, 1], $sort: -1, $slice: 2 } } }, { a: [3] }, { a: [5, 3] }],
    [
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 }, $slice: -2 } } },
      { a: [{ n: 3 }, { n: 2 }] },
      { a: [{ n: 2 }, { n: 3 }] },
    ],
    [{ $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 2] }, { a: [1, 9, 2] }],
    [{ $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1] }, { a: [1, 2] }],
    [{ $pull: { a: { $gte: 3 } } }, { a: [1, 3, 5] }, { a: [1] }],
    [{ $pull: { a: { x: 1 } } }, { a: [{ x: 1, y: 2 }, { x: 2 }] }, { a: [{ x: 2 }] }],
    [{ $pullAll: { a: [1, 2] } }, { a: [1, 2, 3, 1] }, { a: [3] }],
    [{ $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [1, 2] }, { a: [1], b: [2] }],
    [{ x: 1 }, { a: 1 }, { x: 1 }],
    [[{ $set: { n: { $add: ['$n', 1] } } }, { $unset: 'a' }], { n: 1, a: 1 }, { n: 2 }],
    [
      [{ $set: { 'l.x': 1, o: { p: 2 } } }],
      { l: [{}, { y: 1 }], o: { q: 1 } },
      { l: [{ x: 1 }, { y: 1, x: 1 }], o: { q: 1, p: 2 } },
    ],
    [[{ $replaceWith: { a: '$$ROOT.b' } }], { b: 3 }, { a: 3 }],
  ])('%j', (update, before, after) => {
    const apply = compileUpdate(decodeTyped(encode({ u: update }))['u']);
    const doc = decodeTyped(encode({ _id: 1, ...before }));
    expect(stored(apply(doc, { now: new Date(), inserting: false }))).toEqual(stored({ _id: 1, ...after }));
  });

  test.each<[update: unknown, code: number]>([
    [{ $set: { a: 1 }, $inc: { a: 1 } }, 40],
    [{ $set: { 'a.b': 1, a: 1 } }, 40],
    [{ $set: { '': 1 } }, 56],
    [{ $set: 1 }, 9],
    [{ $nope: { a: 1 } }, 9],
    [{ $inc: { a: 'x' } }, 14],
    [{ $set: { 's.x': 1 } }, 28],
    [{ $inc: { s: 1 } }, 14],
    [{ $push: { s: 1 } }, 2],
    [{ $push: { l: { $each: 1 } } }, 2],
    [{ $set: { _id: 2 } }, 66],
    [{ $unset: { _id: 1 } }, 66],
    [{ $set: { 'l.x': 1 } }, 28],
    [{ $set: { 'l.99999999': 1 } }, 2],
    [{ $inc: { max: 1 } }, 2],
    [[{ $match: {} }], 72],
    [[{ $set: { a: { $divide: [1, 0] } } }], 2],
  ])('%j fails by code %i', (update, code) => {
    const doc = decodeTyped(encode({ _id: 1, s: 'text', l: [1], max: Long.MAX_VALUE }));
    const run = () =>
      compileUpdate(decodeTyped(encode({ u: update }))['u'])(doc, { now: new Date(), inserting: false });
    expect(run).toThrow(expect.objectContaining({ code }));
  });

  test('numbers keep their types, and widen as MongoDB widens them', () => {
    const doc = {
      i: new Int32(1),
      d: new Double(1),
      l: Long.fromNumber(1),
      big: new Int32(2_147_483_647),
    };
    const update = {
      $inc: {
        i: new Int32(1),
        d: new Int32(1),
        l: new Int32(1),
        big: new Int32(1),
      },
    };
    const after = decodeTyped(
      encode(compileUpdate(update)(decodeTyped(encode(doc)), { now: new Date(), inserting: false })),
    );
    expect(after).toEqual({
      i: new Int32(2),
      d: new Double(2),
      l: Long.fromNumber(2),
      big: Long.fromNumber(2_147_483_648),
    });
  });
});

describe('expressions', () => {
  const doc = stored({
    a: 3,
    s: 'x',
    l: [1, 2, 3],
    o: [{ v: 1 }, { v: 2 }],
    d: date('2026-03-29T05:30:00Z'),
    big: Long.fromString('9007199254740993'),
  });
  test.each<[expression: unknown, value: unknown]>([
    [{ $add: ['$a', 1, 2.5] }, 6.5],
    [{ $add: ['$d', 60_000] }, date('2026-03-29T05:31:00Z')],
    [{ $subtract: ['$a', 5] }, -2],
    [{ $add: ['$big', 1] }, Long.fromString('9007199254740994')],
    [{ $multiply: ['$a', '$missing'] }, null],
    [{ $divide: [7, 2] }, 3.5],
    [{ $floor: -1.5 }, -2],
    [{ $min: '$l' }, 1],
    [{ $max: ['$a', 9, null] }, 9],
    [{ $cond: [{ $gt: ['$a', 2] }, 'yes', 'no'] }, 'yes'],
    [{ $cond: { if: false, then: 1, else: 2 } }, 2],
    [{ $ifNull: ['$missing', null, 'default'] }, 'default'],
    [{ $and: ['$a', { $not: ['$missing'] }] }, true],
    [{ $or: [0, null, '$missing'] }, false],
    [{ $in: [2, '$l'] }, true],
    [{ $eq: ['$missing', null] }, false],
    [{ $concat: ['$s', '-', { $toString: '$a' }] }, 'x-3'],
    [{ $size: '$l' }, 3],
    [{ $arrayElemAt: ['$l', -1] }, 3],
    [{ $filter: { input: '$l', as: 'n', cond: { $gte: ['$$n', 2] } } }, [2, 3]],
    [{ $map: { input: '$o', in: { $add: ['$$this.v', '$a'] } } }, [4, 5]],
    ['$o.v', [1, 2]],
    [{ $literal: '$a' }, '$a'],
    [{ x: '$a', y: '$missing' }, { x: 3 }],
    [
      ['$a', '$missing'],
      [3, null],
    ],
    [{ $dateTrunc: { date: '$d', unit: 'hour' } }, date('2026-03-29T05:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'day', timezone: 'America/New_York' } }, date('2026-03-29T04:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'day', timezone: 'Europe/Berlin' } }, date('2026-03-28T23:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'month' } }, date('2026-03-01T00:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'minute', timezone: '+05:30' } }, date('2026-03-29T05:30:00Z')],
    [{ $setField: { field: 'a.b', input: { c: 1 }, value: 2 } }, { c: 1, 'a.b': 2 }],
  ])('%j', (expression, value) => {
    expect(compileExpression(expression)(doc, {})).toEqual(value);
  });

  test.each([
    [{ $add: ['x', 1] }],
    [{ $concat: [1] }],
    [{ $size: 1 }],
    ['$$unknown'],
    [{ $divide: [1, 0] }],
    [{ $eq: [1] }],
    [{ $cond: [1] }],
  ])('%j fails', (expression) => {
    expect(() => compileExpression(expression)({}, {})).toThrow(CommandError);
  });
});

describe('projections', () => {
  const doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, l: [{ x: 1, y: 2 }, 5, { x: 3 }] };
  test.each<[projection: Doc, result: Doc]>([
    [{ a: 1 }, { _id: 1, a: 1 }],
    [{ a: 1, _id: 0 }, { a: 1 }],
    [
      { b: 0, l: 0 },
      { _id: 1, a: 1 },
    ],
    [{ _id: 0 }, { a: 1, b: { c: 2, d: 3 }, l: [{ x: 1, y: 2 }, 5, { x: 3 }] }],
    [{ 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
    [{ b: { d: 1 } }, { _id: 1, b: { d: 3 } }],
    [{ 'l.x': 1 }, { _id: 1, l: [{ x: 1 }, { x: 3 }] }],
    [
      { 'l.x': 0, b: 0 },
      { _id: 1, a: 1, l: [{ y: 2 }, 5, {}] },
    ],
    [{ sum: { $add: ['$a', '$b.c'] } }, { _id: 1, sum: 3 }],
  ])('%j', (projection, result) => {
    expect(compileFindProjection(projection)!(doc)).toEqual(result);
  });

  test('of a stage compute and rename', () => {
    const project = compileProjection({ _id: 0, total: '$b.c', 'n.m': { $literal: 1 } });
    expect(project(doc)).toEqual({ total: 2, n: { m: 1 } });
  });

  test.each([[{ a: 1, b: 0 }], [{ a: 1, 'a.b': 1 }]])('%j is refused', (projection) => {
    expect(() => compileFindProjection(projection)).toThrow(CommandError);
  });
});
