import { expect, test } from 'vitest';
import { likeness, shrink, type Raw } from './likeness.ts';

const flat = (width: number, height: number, value: number): Raw => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(value),
});

test('equal pictures count as 99 dB, black against white as 0', () => {
  expect(likeness(flat(100, 70, 40), flat(100, 70, 40))).toEqual({ db: 99, worstTileDb: 99 });
  expect(likeness(flat(100, 70, 0), flat(100, 70, 255))).toEqual({ db: 0, worstTileDb: 0 });
});

test('a difference of one in every value is 48.13 dB everywhere', () => {
  const { db, worstTileDb } = likeness(flat(130, 65, 10), flat(130, 65, 11));
  expect(db).toBeCloseTo(48.13, 2);
  expect(worstTileDb).toBeCloseTo(48.13, 2);
});

test('a small spot hardly shows in the whole, but in its tile', () => {
  const spotted = flat(1_000, 1_000, 100);
  for (let y = 500; y < 520; y++) spotted.data.fill(255, (y * 1_000 + 500) * 3, (y * 1_000 + 520) * 3);
  const { db, worstTileDb } = likeness(spotted, flat(1_000, 1_000, 100));
  expect(db).toBeGreaterThan(38);
  expect(worstTileDb).toBeLessThan(19);
});

test('made smaller, a pixel is the mean of those it covers', () => {
  const raw = { width: 4, height: 2, data: new Uint8Array(24) };
  raw.data.set([10, 0, 0, 20, 0, 0, 7, 7, 7, 7, 7, 7]);
  raw.data.set([30, 0, 0, 40, 4, 0, 7, 7, 7, 7, 7, 7], 12);
  expect(shrink(raw, 2)).toEqual({ width: 2, height: 1, data: new Uint8Array([25, 1, 0, 7, 7, 7]) });
});
