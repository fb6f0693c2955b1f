import { expect, test } from 'vitest';
import { soloWords } from './soloWords.ts';
import { shownStatuses } from './workerStatus.ts';
import type { WorkerRowFragment } from '#lib/generated/graphql.ts';

const now = Date.parse('2026-01-01T12:00:00Z');

test('every status has a sentence, and only those that cost are trouble', () => {
  const said = shownStatuses.map((shown) =>
    soloWords({ name: 'atelier', status: { shown, reason: null } } as WorkerRowFragment, '$1.00', now),
  );
  expect(new Set(said.map(({ does }) => does)).size).toBe(shownStatuses.length);
  expect(said.filter(({ isTrouble }) => isTrouble)).toHaveLength(3);
});

test('it is not said to paint while its canvas is empty', () => {
  const status = { shown: 'UPSCALING', reason: null };
  const does = (currentTasks: unknown) =>
    soloWords({ name: 'atelier', status, currentTasks } as WorkerRowFragment, '$1.00', now).does;
  expect(does([])).toBe('atelier is between two tasks.');
  expect(does([{ id: 'task' }])).toBe('atelier is upscaling a picture.');
  expect(does(null)).toBe('atelier is upscaling a picture.');
});

test('a pause that ends by itself says when, and the day where that is another', () => {
  const then = (until: string | null, intent = 'RUN') =>
    soloWords(
      {
        name: 'atelier',
        status: { intent, shown: 'PAUSED', reason: 'Somebody uses it.', hold: { until } },
      } as WorkerRowFragment,
      '$1.00',
      now,
    ).then;
  expect(then('2026-01-01T18:00:00Z')).toBe('Somebody uses it. It goes on at 18:00 UTC.');
  expect(then('2026-01-03T06:30:00Z')).toBe('Somebody uses it. It goes on at 3 Jan, 06:30 UTC.');
  expect(then(null)).toBe('Somebody uses it.');
  expect(then('2026-01-01T18:00:00Z', 'DRAIN'), 'it stays told here').toBe('Somebody uses it.');
});
