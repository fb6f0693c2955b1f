import { expect, test } from 'vitest';
import { bandAttempts } from './bandAttempts.ts';

const attempt = (id: string, workerAlias: string) => ({
  id,
  workerAlias,
  state: 'VERIFIED' as const,
  reward: '51',
  reason: null,
  startedAt: '',
  endedAt: null,
});

test('a re-run by the checker is no try of a worker', () => {
  const { tries, latest, check } = bandAttempts({
    attempts: [attempt('a', 'Worker 1'), attempt('b', 'Worker 2'), attempt('c', 'Checker')],
  });
  expect(tries).toHaveLength(2);
  expect(latest?.id).toBe('b');
  expect(check?.id).toBe('c');
  expect(bandAttempts({ attempts: [] })).toEqual({ tries: [], latest: undefined, check: undefined });
});
