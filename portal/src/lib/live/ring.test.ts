import { expect, test } from 'vitest';
import { Ring } from './ring.svelte.ts';

const at = (second: number) => ({ at: new Date(second * 1_000).toISOString() });
const secondsOf = (ring: Ring<{ at: string }>) => ring.items.map((item) => Date.parse(item.at) / 1_000);

test('keeps what came in its time, however often it comes', () => {
  const ring = new Ring(60_000, [at(0), at(5), at(60)]);
  expect(secondsOf(ring)).toEqual([5, 60]);
  ring.push(at(64));
  expect(secondsOf(ring)).toEqual([5, 60, 64]);
  for (let second = 65; second <= 200; second++) ring.push(at(second));
  expect(secondsOf(ring)).toEqual(Array.from({ length: 60 }, (_, i) => 141 + i));
  ring.push(at(1_000));
  expect(secondsOf(ring)).toEqual([1_000]);
  expect(ring.latest).toEqual(at(1_000));
});

test('is bounded whatever comes', () => {
  const flood = Array.from({ length: 5_000 }, (_, i) => at(i / 1_000));
  const ring = new Ring(60_000, flood);
  expect(ring.items).toHaveLength(4_000);
  ring.push(at(6));
  expect(ring.items).toHaveLength(4_000);
  expect(new Ring(60_000).items).toEqual([]);
});
