import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import { splitBands } from './splitBands.ts';
import { seededRandom } from '../test/seededRandom.ts';

test('the still life makes four bands, whose neighbours overlap by twelve rows', () => {
  expect(splitBands(640, 360, 2)).toEqual([
    { index: 0, top: 0, height: 90, inputTop: 0, inputHeight: 102 },
    { index: 1, top: 90, height: 90, inputTop: 78, inputHeight: 114 },
    { index: 2, top: 180, height: 90, inputTop: 168, inputHeight: 114 },
    { index: 3, top: 270, height: 90, inputTop: 258, inputHeight: 102 },
  ]);
});

function expectCovered(width: number, height: number) {
  const bands = splitBands(width, height, 2);
  let row = 0;
  for (const [i, band] of bands.entries()) {
    expect(band.index).toBe(i);
    expect(band.top).toBe(row);
    expect(band.height).toBeGreaterThan(0);
    expect(band.height).toBeLessThanOrEqual(bands[0]!.height);
    expect(band.inputTop).toBe(Math.max(0, band.top - limits.overlapRows));
    expect(band.inputTop + band.inputHeight).toBe(
      Math.min(height, band.top + band.height + limits.overlapRows),
    );
    if (band.height > 1) expect(width * band.height * 4).toBeLessThanOrEqual(limits.taskOutputPixels);
    row += band.height;
  }
  expect(row).toBe(height);
  expect(bands.length).toBeGreaterThanOrEqual(Math.min(height, limits.minBands));
  expect(bands.length).toBeLessThanOrEqual(512);
}

test('every row is in exactly one band, for every small height', () => {
  for (let height = 1; height <= 300; height++) expectCovered(7, height);
});

test('every row is in exactly one band, for sizes at random', () => {
  const random = seededRandom(7);
  for (let i = 0; i < 2_000; i++) {
    const width = 1 + Math.floor(random() * limits.sidePixels);
    const most = Math.min(limits.sidePixels, Math.floor(limits.inputPixels / width));
    expectCovered(width, 1 + Math.floor(random() * most));
  }
});
