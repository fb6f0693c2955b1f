import { expect, test } from 'vitest';
import { fleetWords } from './fleetWords.ts';

test('names who works and who does not', () => {
  const { working, trouble, tone } = fleetWords(7, [
    { status: 'RENDERING', count: 3 },
    { status: 'UPSCALING', count: 1 },
    { status: 'OFFLINE', count: 1 },
    { status: 'PAUSED', count: 2 },
  ]);
  expect(working).toBe('Four of your seven workers are at work.');
  expect(trouble).toBe('One is offline.');
  expect(tone).toBe('bad');
});

test('a large fleet in several kinds of trouble', () => {
  const { trouble } = fleetWords(1284, [
    { status: 'RENDERING', count: 1241 },
    { status: 'ERROR', count: 12 },
    { status: 'OFFLINE', count: 24 },
    { status: 'STALE', count: 7 },
  ]);
  expect(trouble).toBe('43 are not well: 24 offline, twelve in error, seven stale.');
});

test('nobody works, nobody is in trouble', () => {
  const { working, trouble } = fleetWords(2, [{ status: 'IDLE', count: 2 }]);
  expect(working).toBe('None of your two workers is at work.');
  expect(trouble).toBe('All are well.');
  expect(fleetWords(2, [{ status: 'MINING', count: 2 }]).working).toBe('All two workers are at work.');
});

test('a worker that never came is not well, and one that is late may cost nothing', () => {
  const fresh = fleetWords(5, [
    { status: 'NEW', count: 1 },
    { status: 'UPSCALING', count: 4 },
  ]);
  expect(fresh).toMatchObject({
    trouble: 'One was never heard from; all others are well.',
    tone: undefined,
  });
  expect(fleetWords(2, [{ status: 'NEW', count: 2 }]).trouble).toBe('They were never heard from.');
  expect(fleetWords(2, [{ status: 'STALE', count: 2 }])).toMatchObject({
    trouble: 'Two are stale.',
    tone: 'warn',
  });
});
