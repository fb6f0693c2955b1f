import { expect, test } from 'vitest';
import { jobIsOver, jobMayGo, jobStates, jobStatesBefore, openJobStates } from './jobState.ts';

const legal = [
  'FUNDING → QUEUED',
  'FUNDING → REFUSED',
  'FUNDING → FAILED',
  'FUNDING → CANCELLED',
  'QUEUED → RUNNING',
  'QUEUED → FAILED',
  'QUEUED → CANCELLED',
  'RUNNING → ASSEMBLING',
  'RUNNING → FAILED',
  'RUNNING → CANCELLED',
  'ASSEMBLING → DONE',
  'ASSEMBLING → FAILED',
  'ASSEMBLING → CANCELLED',
];

const pairs = jobStates.flatMap((from) => jobStates.map((to) => ({ from, to, move: `${from} → ${to}` })));

test.each(pairs)('$move', ({ from, to, move }) => {
  expect(jobMayGo(from, to)).toBe(legal.includes(move));
});

test('nothing follows the last states, and only those', () => {
  expect(jobStates.filter(jobIsOver)).toEqual(['REFUSED', 'DONE', 'FAILED', 'CANCELLED']);
  expect(openJobStates).toEqual(['FUNDING', 'QUEUED', 'RUNNING', 'ASSEMBLING']);
  expect(jobStatesBefore('CANCELLED')).toEqual(openJobStates);
});
