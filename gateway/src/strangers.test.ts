import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal } from './clientError.ts';
import { Strangers } from './strangers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stranger is remembered for two seconds, with why it was refused', () => {
  const strangers = new Strangers();
  const unknown = refusal('UNAUTHENTICATED', 'Nobody knows it');
  strangers.add('bad', unknown);
  strangers.add('nobody');
  vi.advanceTimersByTime(1_999);
  expect(strangers.find('bad')?.refusal).toBe(unknown);
  expect(strangers.find('nobody')).toMatchObject({ refusal: undefined });
  expect(strangers.find('other')).toBe(undefined);
  vi.advanceTimersByTime(1);
  expect(strangers.find('bad')).toBe(undefined);
});

test('of very many only the last are remembered', () => {
  const strangers = new Strangers();
  for (let i = 0; i <= 10_000; i++) strangers.add(`bad ${i}`);
  expect(strangers.find('bad 0')).toBe(undefined);
  expect(strangers.find('bad 1')).toBeDefined();
  expect(strangers.find('bad 10000')).toBeDefined();
});
