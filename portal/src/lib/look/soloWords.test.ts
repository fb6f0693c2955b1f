import { expect, test } from 'vitest';
import { soloWords } from './soloWords.ts';
import { shownStatuses } from './workerStatus.ts';
import type { WorkerRowFragment } from '#lib/generated/graphql.ts';

test('every status has a sentence, and only those that cost are trouble', () => {
  const said = shownStatuses.map((shown) =>
    soloWords({ name: 'atelier', status: { shown, reason: null } } as WorkerRowFragment, '$1.00'),
  );
  expect(new Set(said.map(({ does }) => does)).size).toBe(shownStatuses.length);
  expect(said.filter(({ isTrouble }) => isTrouble)).toHaveLength(3);
});

test('it is not said to paint while its canvas is empty', () => {
  const status = { shown: 'UPSCALING', reason: null };
  const does = (currentTasks: unknown) =>
    soloWords({ name: 'atelier', status, currentTasks } as WorkerRowFragment, '$1.00').does;
  expect(does([])).toBe('atelier is between two tasks.');
  expect(does([{ id: 'task' }])).toBe('atelier is upscaling a picture.');
  expect(does(null)).toBe('atelier is upscaling a picture.');
});
