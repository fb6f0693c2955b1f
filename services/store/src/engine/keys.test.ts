import { expect, test } from 'vitest';
import { after, encodeKey, identity } from './keys.ts';
import { Random } from './testing/random.ts';
import { randomValue } from './testing/randomValue.ts';
import { compare } from './values.ts';

const SEEDS = process.env['SOAK'] ? 200 : 4;

test('keys stand in the order of their values, in both directions, and equal values share an identity', () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = new Random(seed);
    const values = Array.from({ length: 80 }, () => randomValue(random));
    for (const a of values) {
      for (const b of values) {
        const order = Math.sign(compare(a, b));
        const shown = { seed, a, b };
        expect([shown, Math.sign(Buffer.compare(encodeKey([a]), encodeKey([b])))]).toEqual([shown, order]);
        const descending = Math.sign(Buffer.compare(encodeKey([a, 1], [-1, 1]), encodeKey([b, 1], [-1, 1])));
        expect([shown, descending]).toEqual([shown, order === 0 ? 0 : -order]);
        expect([shown, identity(a) === identity(b)]).toEqual([shown, order === 0]);
      }
    }
  }
});

test('after() is above all that begins with a prefix and below what follows', () => {
  expect(after(Buffer.from([1, 0xff, 0xff]))).toEqual(Buffer.from([2]));
  expect(after(Buffer.from([1, 2]))).toEqual(Buffer.from([1, 3]));
  expect(Buffer.compare(after(Buffer.alloc(0)), encodeKey(['\uffff'], [-1]))).toBe(1);
});
