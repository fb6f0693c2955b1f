import { expect, test } from 'vitest';
import { rankJobs } from './rankJobs.ts';
import { Turns } from './Turns.ts';

const job = (name: string, creatorId: string, bid: bigint, at: number) => ({
  name,
  creatorId,
  bid,
  createdAt: new Date(at),
});

const jobs = [
  job('old', 'ann', 5n, 1),
  job('new', 'ann', 5n, 3),
  job('other', 'bob', 5n, 2),
  job('rich', 'eve', 9n, 4),
];
const order = (turns: Turns) => rankJobs(jobs, (id) => turns.of(id)).map(({ name }) => name);

test('who pays more comes first, then the older job', () => {
  expect(order(new Turns())).toEqual(['rich', 'old', 'other', 'new']);
});

test('creators take turns', () => {
  const turns = new Turns();
  turns.served('ann');
  expect(order(turns)).toEqual(['rich', 'other', 'old', 'new']);
  turns.served('bob');
  expect(order(turns)).toEqual(['rich', 'old', 'new', 'other']);
});
