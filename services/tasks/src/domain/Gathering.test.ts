import { expect, test } from 'vitest';
import { Gathering } from './Gathering.ts';

/** A gathering whose goes end when the test says so. */
function setUp() {
  const goes: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  const gathering = new Gathering<number, number>((items) => {
    const { promise, resolve, reject } = Promise.withResolvers<number[]>();
    goes.push({ items, end: (error) => (error ? reject(error) : resolve(items.map((item) => -item))) });
    return promise;
  });
  const started = async (count: number) => {
    while (goes.length < count) await new Promise(setImmediate);
  };
  return { gathering, goes, started };
}

test('what is asked for at once goes together, what comes meanwhile goes next, each gets its own answer', async () => {
  const { gathering, goes, started } = setUp();
  const first = Promise.all([1, 2].map((item) => gathering.run(item)));
  await started(1);
  const second = Promise.all([3, 4].map((item) => gathering.run(item)));
  await new Promise(setImmediate);
  expect(goes).toHaveLength(1);
  goes[0]!.end();
  expect(await first).toEqual([-1, -2]);
  await started(2);
  goes[1]!.end();
  expect(await second).toEqual([-3, -4]);
  expect(goes.map(({ items }) => items)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('a go that fails fails those in it alone', async () => {
  const { gathering, goes, started } = setUp();
  const first = Promise.allSettled([1, 2].map((item) => gathering.run(item)));
  await started(1);
  const second = gathering.run(3);
  goes[0]!.end(new Error('no database'));
  expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await started(2);
  goes[1]!.end();
  expect(await second).toBe(-3);
});

test('of results that are promised each is told when it is there, and the next go waits for all', async () => {
  const promised = [1, 2].map(() => Promise.withResolvers<string>());
  const goes: (readonly number[])[] = [];
  const gathering = new Gathering<number, string>((items) => {
    goes.push(items);
    return Promise.resolve(items.map((item) => promised[item]?.promise ?? 'next'));
  });
  const [first, second] = [0, 1].map((item) => gathering.run(item));
  while (!goes.length) await new Promise(setImmediate);
  promised[1]!.reject(new Error('taken'));
  await expect(second).rejects.toThrow('taken');
  const third = gathering.run(2);
  await new Promise(setImmediate);
  expect(goes).toEqual([[0, 1]]);
  promised[0]!.resolve('found');
  expect(await first).toBe('found');
  expect(await third).toBe('next');
});

test('no more than 256 go together', async () => {
  const { gathering, goes, started } = setUp();
  const all = Promise.all(Array.from({ length: 600 }, (_, i) => gathering.run(i)));
  for (const count of [1, 2, 3]) {
    await started(count);
    goes[count - 1]!.end();
  }
  expect(goes.map(({ items }) => items.length)).toEqual([256, 256, 88]);
  expect((await all).at(-1)).toBe(-599);
});
