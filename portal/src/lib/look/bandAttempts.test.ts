import { expect, test } from 'vitest';
import { bandAttempts } from './bandAttempts.ts';

const attempt = (id: string, check = false) => ({
  id,
  workerAlias: 'Worker 1',
  check,
  state: 'VERIFIED' as const,
  reward: '51',
  reason: null,
  startedAt: '',
  endedAt: null,
});

test('a re-run by the checker is no try of a worker', () => {
  const { tries, latest, check } = bandAttempts({
    attempts: [attempt('a'), attempt('b'), attempt('c', true)],
  });
  expect(tries).toHaveLength(2);
  expect(latest?.id).toBe('b');
  expect(check?.id).toBe('c');
  expect(bandAttempts({ attempts: [] })).toEqual({ tries: [], latest: undefined, check: undefined });
});
