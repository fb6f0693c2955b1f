import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { weather } from '../test/shop.ts';
import { startShop, type Post, type World } from '../test/shopLanes.ts';
import { Cancellation } from './cancellation.ts';
import { answerFast } from './fastLane.ts';
import type { Lanes } from './lanes.ts';
import type { Json } from './run.ts';
import { Scope } from './scope.ts';

const posts: Post[] = [];
const world: World = { identity: 'headers', takesArrays: true, onPost: () => {} };
const product = '{ product(id: "Product1") { name rating } }';
const rename = 'mutation { rename(id: "User1", name: "x") { id } }';
let lanes: Lanes;
let alice: Scope;
let bob: Scope;

beforeAll(async () => {
  Object.assign(weather, { nulls: 0, errors: 0, nonNullNulls: 0, lostEntities: 0 });
  lanes = await startShop(world);
});

beforeEach(() => {
  posts.length = 0;
  Object.assign(world, { identity: 'headers', onPost: (post: Post) => void posts.push(post) });
  alice = new Scope('alice', ['x-user', 'alice'], { 'x-user': 'alice' });
  bob = new Scope('bob', ['x-user', 'bob'], { 'x-user': 'bob' });
});

async function prepare(query: string) {
  const verdict = lanes.documents.find(query) ?? (await lanes.documents.plan(query));
  if (verdict.lane !== 'fast') throw new Error(`not for the fast lane: ${query}`);
  return verdict;
}

async function ask(query: string, scope = alice, caller = new Cancellation()): Promise<string> {
  const prepared = await prepare(query);
  return answerFast(prepared, { query, operationName: undefined, variables: {} }, scope, caller)!;
}

/** Holds every request up until released; `arrived` resolves when so many wait. */
function gate() {
  const waiting: (() => void)[] = [];
  let isOpen = false;
  world.onPost = (post) => {
    posts.push(post);
    return isOpen ? undefined : new Promise<void>((resolve) => waiting.push(resolve));
  };
  return {
    arrived: async (count: number) => {
      while (waiting.length < count) await sleep(1);
    },
    release: () => {
      isOpen = true;
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

const operationsOf = ({ body }: Post): Json[] => [body].flat();
const isRoot = (post: Post) => post.name === 'catalog' && !JSON.stringify(post.body).includes('_entities');

test('identical queries of one scope are executed once, of two scopes twice', async () => {
  await prepare(product);
  const answers = await Promise.all([ask(product), ask(product), ask(product, bob)]);
  expect(new Set(answers).size).toBe(1);
  expect(
    posts
      .filter(isRoot)
      .map(({ headers }) => headers[1])
      .toSorted(),
  ).toEqual(['alice', 'bob']);
});

test('two scopes of the same key share nothing: one of them may have been revoked', async () => {
  await prepare(product);
  const again = new Scope('alice', ['x-user', 'alice'], { 'x-user': 'alice' });
  await Promise.all([ask(product), ask(product, again)]);
  expect(posts.filter(isRoot)).toHaveLength(2);
});

test('a renewed token goes with the next fetch, and what is under way stays shared', async () => {
  world.identity = 'extensions';
  await prepare(product);
  const { arrived, release } = gate();
  alice.renew('first');
  const early = ask(product);
  await arrived(1);
  alice.renew('second');
  const joined = ask(product);
  release();
  expect(await joined).toBe(await early);
  const tokens = posts.flatMap(operationsOf).map(({ extensions }) => extensions.token);
  expect(tokens).toEqual(['first', 'second']); // the root fetch, then the entities of the same flight
});

test('mutations are never shared', async () => {
  await prepare(rename);
  await Promise.all([ask(rename), ask(rename)]);
  expect(posts.flatMap(operationsOf)).toHaveLength(2);
});

test('a query does not join one that took off before a mutation was answered', async () => {
  await Promise.all([prepare(product), prepare(rename)]);
  const { arrived, release } = gate();
  const early = ask(product);
  await arrived(1);
  const mutation = ask(rename);
  await arrived(2);
  release();
  world.onPost = (post) => void posts.push(post);
  await mutation;
  await Promise.all([early, ask(product)]);
  expect(posts.filter(isRoot)).toHaveLength(2);
});

test('entities of one scope travel together, each once; scopes apart', async () => {
  const queries = ['a', 'b'].map((alias) => `query ($i: ID = "1") { ${alias}: product(id: $i) { rating } }`);
  await Promise.all(queries.map(prepare));
  await Promise.all(queries.flatMap((query) => [ask(query), ask(query, bob)]));
  const reviews = posts.filter(({ name }) => name === 'reviews').flatMap(operationsOf);
  expect(reviews.length).toBeGreaterThanOrEqual(2);
  for (const { variables } of reviews) expect(variables.representations.length).toBeLessThanOrEqual(1);
});

test('with identity in extensions, scopes share a request but no operation', async () => {
  world.identity = 'extensions';
  await prepare(product);
  await Promise.all([ask(product), ask(product, bob)]);
  const callers = posts.map((post) => operationsOf(post).map(({ extensions }) => extensions['x-user']));
  expect(callers).toEqual([
    ['alice', 'bob'],
    ['alice', 'bob'],
  ]);
  expect(posts.every(({ headers }) => !headers.length)).toBe(true);
});

test('only when the last caller has gone is the upstream query cancelled, and a mutation never', async () => {
  const currency = '{ currency }';
  await Promise.all([prepare(currency), prepare(rename)]);
  const { arrived, release } = gate();
  const [one, two, three] = [new Cancellation(), new Cancellation(), new Cancellation()];
  const answers = [ask(currency, alice, one), ask(currency, alice, two)];
  await arrived(1);
  one.cancel();
  expect(posts[0]!.cancellation!.cancelled).toBe(false);
  two.cancel();
  expect(posts[0]!.cancellation!.cancelled).toBe(true);
  const fresh = ask(currency); // nobody joins what was called off
  const mutation = ask(rename, alice, three);
  await arrived(3);
  three.cancel();
  expect(posts.at(-1)!.cancellation!.cancelled).toBe(false);
  release();
  expect(await fresh).toContain('"currency"');
  await Promise.all([...answers, mutation]);
});
