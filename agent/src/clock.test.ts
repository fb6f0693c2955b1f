import { expect, test, vi } from 'vitest';
import { systemClock } from './clock.ts';

test('a timer longer than the system can wait does not fire at once', () => {
  vi.useFakeTimers();
  const fired = vi.fn();
  systemClock.after(2 ** 40, fired);
  vi.advanceTimersByTime(20 * 24 * 3_600_000);
  expect(fired).not.toHaveBeenCalled();
  vi.useRealTimers();
});
