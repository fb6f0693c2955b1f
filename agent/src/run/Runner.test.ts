import { expect, test } from 'vitest';
import { FakeEngine } from '../../test/FakeEngine.ts';
import type { SlotShare } from '../engine/Engine.ts';
import { Runner } from './Runner.ts';
import type { RunnerOptions } from './RunnerOptions.ts';

test('the engines of a slot follow its GPU: one that appears late, and one that takes another’s place', () => {
  const shares: SlotShare[] = [];
  const engines = [(share: SlotShare) => (shares.push(share), new FakeEngine())];
  const runner = new Runner({ engines, onError: () => undefined } as unknown as RunnerOptions);
  const seen = () => shares.map(({ index, slots, gpu }) => [index, slots, gpu]);
  runner.growTo([]);
  expect(seen()).toEqual([[0, 1, null]]);
  runner.growTo(['GPU-a']);
  expect(seen()).toEqual([[0, 1, 'GPU-a']]);
  runner.growTo(['GPU-b', 'GPU-a']);
  expect(seen()).toEqual([
    [0, 2, 'GPU-b'],
    [1, 2, 'GPU-a'],
  ]);
});
