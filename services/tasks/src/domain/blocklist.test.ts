import { expect, test } from 'vitest';
import { hasFailed, isBlocked } from './blocklist.ts';

const hour = 3_600_000;
const failuresOf = (...workerIds: string[]) =>
  workerIds.map((workerId, i) => ({ attemptId: `a.${i}`, workerId, at: new Date(i) }));

test('three failures of a worker on a job block it there, nobody else', () => {
  const failures = failuresOf('bad', 'good', 'bad', 'bad');
  expect(isBlocked(failures, 'bad', 10, 5 * hour)).toBe(true);
  expect(isBlocked(failures, 'good', 10, 5 * hour)).toBe(false);
  expect(isBlocked(failures.slice(0, 3), 'bad', 10, 5 * hour)).toBe(false);
  expect(isBlocked(undefined, 'bad', 10, 5 * hour)).toBe(false);
});

test('after five hours they are forgiven', () => {
  const failures = failuresOf('bad', 'bad', 'bad');
  expect(isBlocked(failures, 'bad', 5 * hour - 1, 5 * hour)).toBe(true);
  expect(isBlocked(failures, 'bad', 5 * hour, 5 * hour)).toBe(false);
  expect(hasFailed(failuresOf('a', 'b', 'c'), 5 * hour, 5 * hour)).toBe(false);
});

test('a task has failed when three workers failed it, however often one did', () => {
  expect(hasFailed(failuresOf('a', 'a', 'a', 'b'), 10, 5 * hour)).toBe(false);
  expect(hasFailed(failuresOf('a', 'a', 'b', 'c'), 10, 5 * hour)).toBe(true);
});
