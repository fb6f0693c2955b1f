import { expect, test } from 'vitest';
import { Ring } from './ring.svelte.ts';

test('keeps the latest items and no more', () => {
  const ring = new Ring(3, [1, 2, 3, 4]);
  expect(ring.items).toEqual([2, 3, 4]);
  ring.push(5);
  expect(ring.items).toEqual([3, 4, 5]);
  expect(ring.latest).toBe(5);
  for (let item = 0; item < 1_000; item++) ring.push(item);
  expect(ring.items).toEqual([997, 998, 999]);
});

test('a ring of one holds the newest', () => {
  const ring = new Ring<number>(1);
  ring.push(1);
  ring.push(2);
  expect(ring.items).toEqual([2]);
});
