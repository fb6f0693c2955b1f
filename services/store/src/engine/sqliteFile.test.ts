import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { temporaryDirectory } from './testing/temporaryEngine.ts';

test('a file of a newer format is refused and left as it is', () => {
  const file = join(temporaryDirectory(), 'store.sqlite');
  new Engine(file).close();
  const sqlite = new DatabaseSync(file);
  sqlite.exec('PRAGMA user_version = 2');
  sqlite.close();
  expect(() => new Engine(file)).toThrow(
    expect.objectContaining({ code: 'STORE_TOO_NEW', message: expect.stringContaining('format 2') }),
  );
});

test("another program's database, and what is no database, are refused", () => {
  const directory = temporaryDirectory();
  const other = new DatabaseSync(join(directory, 'other.sqlite'));
  other.exec('CREATE TABLE t(a)');
  other.close();
  writeFileSync(join(directory, 'text.sqlite'), 'hello '.repeat(1000));
  for (const name of ['other', 'text']) {
    expect(() => new Engine(join(directory, `${name}.sqlite`))).toThrow(
      expect.objectContaining({ code: 'STORE_NOT_OURS' }),
    );
  }
});

test('what was stored is there after closing and opening again, indexes with it', async () => {
  const file = join(temporaryDirectory(), 'store.sqlite');
  const first = new Engine(file);
  await first.writer.run(() => {
    const collection = first.catalog.obtain('db', 'c');
    first.catalog.createIndex(collection, { key: { a: 1 }, name: 'a_1', unique: true });
  }, true);
  first.close();
  const second = new Engine(file);
  expect(second.catalog.find('db', 'c')?.indexes.map(({ spec }) => spec)).toEqual([
    { key: { a: 1 }, name: 'a_1', unique: true },
  ]);
  second.close();
});
