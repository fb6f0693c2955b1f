import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StallWatch } from './StallWatch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it aborts when nothing happens for longer than was allowed last', () => {
  const watch = new StallWatch('nothing came', 100);
  vi.advanceTimersByTime(99);
  watch.allow(300);
  vi.advanceTimersByTime(299);
  expect(watch.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(watch.signal.reason).toEqual(new Error('nothing came'));
});

test('what happens after the end keeps no timer, which would keep the agent from ending', () => {
  const watch = new StallWatch('nothing went', 100);
  watch.end();
  watch.allow(100);
  expect(vi.getTimerCount()).toBe(0);
});
