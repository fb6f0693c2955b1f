import { expect, test } from 'vitest';
import { frameCount, framesText } from './frameRange.ts';

test('a range is said by its first and its last frame, whatever the step leaves over', () => {
  expect(framesText({ start: 5, end: 5, step: 1 })).toBe('frame 5');
  expect(framesText({ start: 1, end: 24, step: 1 })).toBe('frames 1–24');
  expect(framesText({ start: 1, end: 24, step: 2 })).toBe('frames 1–23 in steps of 2');
  expect(framesText({ start: 1, end: 9, step: 20 })).toBe('frame 1');
});

test('both ends count', () => {
  expect(frameCount({ start: 0, end: 0, step: 1 })).toBe(1);
  expect(frameCount({ start: 1, end: 240, step: 1 })).toBe(240);
  expect(frameCount({ start: 1, end: 10, step: 3 })).toBe(4);
  expect(frameCount({ start: 9, end: 1, step: 1 })).toBe(0);
});
