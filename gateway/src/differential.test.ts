// Random operations through both lanes over the same subgraphs in memory. Data must be equal, errors equal in path, code
// and message. Groups of operations run concurrently in the fast lane, so coalescing, arrays and shared flights are part
// of what is compared. SOAK=1 runs long; SEED=… and OPERATIONS=… replay.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareLanes } from '../test/compareLanes.ts';

const soak = process.env.SOAK === '1';
const total = Number(process.env.OPERATIONS ?? (soak ? 20_000 : 1_500));
const seeds = process.env.SEED
  ? [Number(process.env.SEED)]
  : soak
    ? [7, 40, 2026, Date.now() % 100_000]
    : [7, 2026];

// @apollo/subgraph forgets the rejections of earlier references when a later one throws at once.
const forgotten = (error: Error) => {
  if (!/is out of reach$/.test(error.message)) throw error;
};
beforeAll(() => void process.on('unhandledRejection', forgotten));
afterAll(() => void process.off('unhandledRejection', forgotten));

test.each(seeds)('both lanes answer alike (seed %i)', async (seed) => {
  const { count, differences } = await compareLanes(seed, total);
  console.log(JSON.stringify({ seed, ...count }));
  expect(differences).toEqual([]);
  expect(count.fast / count.operations).toBeGreaterThan(0.9);
  expect(count.withErrors).toBeGreaterThan(0);
  expect(count.withViolations).toBeGreaterThan(0);
});
