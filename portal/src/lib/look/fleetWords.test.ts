import { expect, test } from 'vitest';
import { fleetWords } from './fleetWords.ts';

test('names who works and who does not', () => {
  const { working, trouble, isTrouble } = fleetWords(7, [
    { status: 'RENDERING', count: 3 },
    { status: 'UPSCALING', count: 1 },
    { status: 'OFFLINE', count: 1 },
    { status: 'PAUSED', count: 2 },
  ]);
  expect(working).toBe('Four of your seven workers are at work.');
  expect(trouble).toBe('One is offline.');
  expect(isTrouble).toBe(true);
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
