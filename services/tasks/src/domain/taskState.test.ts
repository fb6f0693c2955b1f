import { expect, test } from 'vitest';
import { openTaskStates, taskIsOver, taskMayGo, taskStates } from './taskState.ts';

const legal = [
  'WAITING → QUEUED',
  'WAITING → CANCELLED',
  'QUEUED → RUNNING',
  'QUEUED → REPORTED',
  'QUEUED → FAILED',
  'QUEUED → CANCELLED',
  'RUNNING → QUEUED',
  'RUNNING → REPORTED',
  'RUNNING → FAILED',
  'RUNNING → CANCELLED',
  'REPORTED → QUEUED',
  'REPORTED → CHECKING',
  'REPORTED → VERIFIED',
  'REPORTED → FAILED',
  'REPORTED → CANCELLED',
  'CHECKING → REPORTED',
  'CHECKING → CANCELLED',
];

const pairs = taskStates.flatMap((from) => taskStates.map((to) => ({ from, to, move: `${from} → ${to}` })));

test.each(pairs)('$move', ({ from, to, move }) => {
  expect(taskMayGo(from, to)).toBe(legal.includes(move));
});

test('nothing follows the last states, and only those', () => {
  expect(taskStates.filter(taskIsOver)).toEqual(['VERIFIED', 'FAILED', 'CANCELLED']);
  expect(openTaskStates).toEqual(['WAITING', 'QUEUED', 'RUNNING', 'REPORTED', 'CHECKING']);
});
