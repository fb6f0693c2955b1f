import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';
import { uriOf } from '../wire/address.ts';
import { startServer } from '../wire/startServer.ts';
import { testServer } from '../wire/testing/testServer.ts';

const PAGES = 400;

test('on a full disk writes fail clearly, reads go on, and with space again all is well', async () => {
  const { db, server, failures } = await testServer({ maxPages: PAGES });
  const collection = db.collection<{ _id: number; text: string; n?: number }>('c');
  await collection.createIndex({ text: 1 });
  const text = 'x'.repeat(2_000);
  const stored: number[] = [];
  const full = expect.objectContaining({ code: 14031, codeName: 'OutOfDiskSpace' });
  let failure: unknown;
  for (let _id = 0; failure === undefined; _id++) {
    await collection.insertOne({ _id, text: `${_id}${text}` }, { writeConcern: { j: _id % 2 === 0 } }).then(
      () => stored.push(_id),
      (error: unknown) => (failure = error),
    );
  }
  expect(failure).toEqual(full);
  expect(stored.length).toBeGreaterThan(20);
  const batch = Array.from({ length: 50 }, (_, i) => ({ _id: 10_000 + i, text: `b${i}${text}` }));
  await expect(collection.insertMany(batch)).rejects.toEqual(full);
  await expect(db.collection('other').insertMany(batch as never)).rejects.toEqual(full);
  expect(
    (
      await collection
        .find({}, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()
    ).map(({ _id }) => _id),
  ).toEqual(stored);
  expect(await collection.countDocuments({ text: { $gte: '' } })).toBe(stored.length);
  expect(await db.listCollections().toArray()).toHaveLength(1);

  server.engine.limitPages(PAGES * 10);
  await collection.insertMany(batch);
  await collection.updateOne({ _id: 0 }, { $set: { n: 1 } }, { writeConcern: { j: true } });
  expect(await collection.countDocuments()).toBe(stored.length + batch.length);
  expect(await collection.findOne({ text: `b7${text}` })).toMatchObject({ _id: 10_007 });
  expect(failures).toEqual([]);
});

test('deleting makes space on a full disk', async () => {
  const { db } = await testServer({ maxPages: 100 });
  const collection = db.collection<{ _id: number; text: string }>('c');
  const insert = (_id: number) => collection.insertOne({ _id, text: 'x'.repeat(3_000) });
  let _id = 0;
  while (
    await insert(_id).then(
      () => true,
      () => false,
    )
  )
    _id++;
  await collection.deleteMany({ _id: { $lt: 20 } });
  await insert(10_000);
  expect(await collection.countDocuments()).toBe(_id - 20 + 1);
});

test('a disk that is really full is survived, too', async ({ skip }) => {
  const small = smallDisk();
  if (small === undefined) return skip('only root on Linux can make a small disk');
  const server = await startServer({ file: join(small, 'store.sqlite'), listen: { port: 0 } });
  const client = new MongoClient(uriOf({ port: 0 }, 'test', server.port));
  const collection = client.db().collection<{ _id: number; text: string }>('c');
  onTestFinished(async () => {
    await client.close();
    await server.close();
    execFileSync('umount', [small]);
    rmSync(small, { recursive: true });
  });
  const insert = (_id: number) =>
    collection.insertOne({ _id, text: 'x'.repeat(3_000) }, { writeConcern: { j: true } });
  let _id = 0;
  let failure: unknown;
  for (; failure === undefined; _id++) await insert(_id).catch((error: unknown) => (failure = error));
  expect(failure).toMatchObject({ code: 14031 });
  expect(await collection.countDocuments()).toBe(_id - 1);
  execFileSync('mount', ['-o', 'remount,size=20m', small]);
  await insert(_id);
  expect(await collection.countDocuments({ text: /^x/ })).toBe(_id);
});

/** A disk of 2 MB in memory; only root on Linux can make one. */
function smallDisk(): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'pictor-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', directory], { stdio: 'ignore' });
    return directory;
  } catch {
    rmSync(directory, { recursive: true });
    process.stderr.write(
      'skipped: a disk that is really full, because only root on Linux can make a small one\n',
    );
    return undefined;
  }
}
