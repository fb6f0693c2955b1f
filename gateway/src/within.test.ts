import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { within } from './within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('gives what comes in time, and leaves no timer behind', async () => {
  expect(await within(5_000, 'identify()', Promise.resolve(7))).toBe(7);
  await expect(within(5_000, 'identify()', Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

test('does not wait for ever', async () => {
  const late = within(5_000, 'identify()', new Promise(() => {}));
  const told = expect(late).rejects.toThrow('identify() did not answer within 5000 ms');
  await vi.advanceTimersByTimeAsync(5_000);
  await told;
});
