import { expect, test } from 'vitest';
import { medianOf, oddOneOut } from './oddOneOut.ts';

test('finds the one reading that stands apart', () => {
  expect(oddOneOut([72, 71, 73, 70, 88, 74, 71, 72], 10)).toBe(4);
  expect(oddOneOut([99, null, 98, 31], 20)).toBe(3);
});

test('finds none where all agree, where several differ, and where there is too little to compare', () => {
  expect(oddOneOut([72, 71, 73, 70], 10)).toBeUndefined();
  expect(oddOneOut([99, 98, 3, 2, 97], 20)).toBeUndefined();
  expect(oddOneOut([99, 3], 20)).toBeUndefined();
  expect(oddOneOut([null, null, 40, 80], 20)).toBeUndefined();
  expect(oddOneOut([], 20)).toBeUndefined();
});

test('the median of an even count is one of them', () => {
  expect(medianOf([4, 1, 3, 2])).toBe(2);
  expect(medianOf([7])).toBe(7);
});
