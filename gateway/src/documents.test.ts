import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Documents } from './documents.ts';
import { PlanningQueue } from './planningQueue.ts';
import type { Supergraph } from './supergraph.ts';
import type { Verdict } from './verdict.ts';

const supergraph = {} as Supergraph;
const declined = (cost: number): Verdict => ({ lane: 'reference', kind: undefined, cost });

test('a known operation does not wait behind new ones, and equal new ones are judged once', async () => {
  const judged: string[] = [];
  const judge = (query: string, name = '') => {
    judged.push(`${query}/${name}`);
    return declined(1);
  };
  const documents = new Documents(supergraph, new PlanningQueue(() => {}), judge);
  const known = await documents.plan('known');
  const planned = Array.from({ length: 300 }, (_, i) => documents.plan(`new ${i % 100}`));
  expect(documents.find('known')).toBe(known);
  expect(documents.find('new 0')).toBeUndefined();
  await turn();
  expect(judged.length).toBeLessThan(10);
  await Promise.all(planned);
  expect(judged).toHaveLength(101);
  await documents.plan('known', 'Other');
  expect(judged.at(-1)).toBe('known/Other');
});

test('forgets what was used least recently when memory runs out, never what it has just learned', async () => {
  const mib = 2 ** 20;
  const judge = (query: string) => declined(query.startsWith('huge') ? 100 * mib : 10 * mib);
  const documents = new Documents(supergraph, new PlanningQueue(() => {}), judge);
  for (const query of ['a', 'b', 'c', 'd', 'e', 'f']) await documents.plan(query);
  documents.find('a');
  await documents.plan('g');
  expect(['a', 'b', 'g'].map((query) => documents.find(query) !== undefined)).toEqual([true, false, true]);
  await documents.plan('huge');
  expect(['a', 'g', 'huge'].map((query) => documents.find(query) !== undefined)).toEqual([
    false,
    false,
    true,
  ]);
});
