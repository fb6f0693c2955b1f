import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Cancellation } from './cancellation.ts';
import { answerFast } from './fastLane.ts';
import type { Lanes } from './lanes.ts';
import { Scope } from './scope.ts';
import { weather } from '../test/shop.ts';
import { startShop, type Post, type World } from '../test/shopLanes.ts';

const posts: Post[] = [];
const world: World = { identity: 'headers', takesArrays: true, onPost: () => {} };
let lanes: Lanes;

beforeAll(async () => {
  Object.assign(weather, { nulls: 0, errors: 0, nonNullNulls: 0, lostEntities: 0 });
  lanes = await startShop(world);
});
test('smoke', async () => {
  const q = '{ product(id: "Product1") { name rating } }';
  const verdict = await lanes.documents.plan(q);
  expect(verdict.lane).toBe('fast');
});
