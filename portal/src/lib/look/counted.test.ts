import { expect, test } from 'vitest';
import { bytes, counted, inPassing, memory, sentence } from './counted.ts';

test('counts in words up to twelve', () => {
  expect(counted(1, 'worker')).toBe('one worker');
  expect(sentence(counted(7, 'worker'))).toBe('Seven workers');
  expect(counted(1284, 'worker')).toBe('1,284 workers');
});

test('sizes carry the unit that suits them', () => {
  expect(bytes(812)).toBe('812 B');
  expect(bytes(1_900_000)).toBe('1.9 MB');
  expect(bytes(64_000_000)).toBe('64 MB');
  expect(memory(32_617)).toEqual({ value: '32', unit: 'GB' });
  expect(memory(1_572_864)).toEqual({ value: '1.5', unit: 'TB' });
});

test('a phrase within a sentence begins small and keeps the rest', () => {
  expect(inPassing('Name, Z to A')).toBe('name, Z to A');
});
