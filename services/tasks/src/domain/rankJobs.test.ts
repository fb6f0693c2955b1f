import { expect, test } from 'vitest';
import { rankJobs } from './rankJobs.ts';
import { Turns } from './Turns.ts';

const job = (name: string, creatorId: string, ceilingBand: number, at: number) => ({
  name,
  creatorId,
  ceilingBand,
  createdAt: new Date(at),
});

const jobs = [
  job('old', 'ann', 5, 1),
  job('new', 'ann', 5, 3),
  job('other', 'bob', 5, 2),
  job('rich', 'eve', 9, 4),
];
const order = (turns: Turns) => rankJobs(jobs, (id) => turns.of(id)).map(({ name }) => name);

test('who pays markedly more comes first, then the older job', () => {
  expect(order(new Turns())).toEqual(['rich', 'old', 'other', 'new']);
});

test('creators take turns', () => {
  const turns = new Turns();
  turns.served('ann');
  expect(order(turns)).toEqual(['rich', 'other', 'old', 'new']);
  turns.served('bob');
  expect(order(turns)).toEqual(['rich', 'old', 'new', 'other']);
});
