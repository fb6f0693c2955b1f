import { expect, test } from 'vitest';
import { decode, encode } from './documents.ts';
import type { Engine } from './engine.ts';
import { CommandError } from './errors.ts';
import { find } from './find.ts';
import { insert } from './modify.ts';
import { temporaryEngine } from './testing/temporaryEngine.ts';

test('of writes that share a transaction the one that fails is undone alone', async () => {
  const engine = temporaryEngine();
  const write = (name: string, id: number, fails = false) =>
    engine.writer.run(
      () => {
        insert(engine.catalog.obtain('db', name), encode({ _id: id }));
        if (fails) throw new CommandError(2, 'no');
        return id;
      },
      id % 2 === 0,
    );
  const outcomes = await Promise.allSettled([
    write('a', 1),
    write('b', 2, true),
    write('a', 3),
    write('a', 3),
    write('c', 4),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(idsIn(engine, 'a')).toEqual([1, 3]);
  expect(engine.catalog.find('db', 'b')).toBeUndefined();
  expect(idsIn(engine, 'c')).toEqual([4]);
});

test('a write that breaks the shared transaction makes the others run again', async () => {
  const engine = temporaryEngine();
  const runs = [0, 0];
  const good = engine.writer.run(() => {
    runs[0]!++;
    insert(engine.catalog.obtain('db', 'a'), encode({ _id: 1 }));
  }, false);
  const bad = engine.writer.run(() => {
    runs[1]!++;
    throw new TypeError('a fault of the program');
  }, false);
  await expect(bad).rejects.toThrow('a fault of the program');
  await good;
  expect(runs).toEqual([2, 2]);
  expect(idsIn(engine, 'a')).toEqual([1]);
});

test('an index that cannot be built leaves nothing behind', async () => {
  const engine = temporaryEngine();
  await engine.writer.run(() => {
    for (const _id of [1, 2]) insert(engine.catalog.obtain('db', 'a'), encode({ _id, same: 1 }));
  }, false);
  const build = () =>
    engine.catalog.createIndex(engine.catalog.find('db', 'a')!, {
      key: { same: 1 },
      name: 'same_1',
      unique: true,
    });
  await expect(engine.writer.run(build, false)).rejects.toMatchObject({ code: 11000 });
  expect(engine.catalog.find('db', 'a')!.indexes).toEqual([]);
  await engine.writer.run(() => insert(engine.catalog.find('db', 'a')!, encode({ _id: 3, same: 1 })), false);
  expect(idsIn(engine, 'a')).toEqual([1, 2, 3]);
});

test('what waits is written before the file closes', async () => {
  const engine = temporaryEngine();
  const writes = Array.from({ length: 200 }, (_, i) =>
    engine.writer.run(() => insert(engine.catalog.obtain('db', 'a'), encode({ _id: i })), false),
  );
  engine.writer.flush();
  expect(idsIn(engine, 'a')).toHaveLength(200);
  expect(await Promise.all(writes)).toHaveLength(200);
});

function idsIn(engine: Engine, name: string): unknown[] {
  const found = find(engine.catalog, engine.catalog.find('db', name), { filter: {}, sort: { _id: 1 } });
  return [...found].filter((raw) => raw !== undefined).map((raw) => decode(raw as Buffer)['_id']);
}
