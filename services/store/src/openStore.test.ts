import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from './engine/testing/temporaryEngine.ts';
import { journaled } from './journaled.ts';
import { openStore } from './openStore.ts';
import type { Store } from './openStore.ts';

const KILLS = process.env['SOAK'] ? 15 : 3;
const lines: { level: string; fields: object; message: string }[] = [];
const log = Object.fromEntries(
  ['info', 'warn', 'error'].map((level) => [
    level,
    (fields: object, message: string) => void lines.push({ level, fields, message }),
  ]),
) as Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>;

async function open(dataDir = temporaryDirectory()): Promise<Store> {
  const store = await openStore({ dataDir, log });
  onTestFinished(() => store.close());
  return store;
}

/** The process that serves a store now. */
async function serverPid(store: Store): Promise<number> {
  const { pid } = await store.connection().db!.command({ serverStatus: 1 });
  return pid as number;
}

test('the socket is private, and what is written is there after closing and opening again', async () => {
  const dataDir = temporaryDirectory();
  const store = await openStore({ dataDir, log });
  expect(statSync(join(dataDir, 'run')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'run', 'store.sock')).mode & 0o777).toBe(0o600);
  await store.connection('one').collection('c').insertOne({ a: 1n });
  await store.connection('two').collection('c').insertOne({ a: 2 });
  await store.close();
  const again = await open(dataDir);
  expect(
    await again
      .connection('one')
      .collection('c')
      .findOne({}, { projection: { _id: 0 } }),
  ).toEqual({ a: 1n });
  expect(await again.connection('two').collection('c').countDocuments()).toBe(1);
});

test('a directory too deep for a socket is no hindrance', async () => {
  const dataDir = join(temporaryDirectory(), 'x'.repeat(100));
  mkdirSync(dataDir);
  const store = await open(dataDir);
  expect(await store.connection().collection('c').countDocuments()).toBe(0);
});

test('a second start over the same directory is refused by name, and the first goes on', async () => {
  const dataDir = temporaryDirectory();
  const store = await open(dataDir);
  await expect(openStore({ dataDir, log })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
  expect(await store.connection().collection('c').insertOne({})).toMatchObject({ acknowledged: true });
});

test('a directory that cannot be written is refused', async () => {
  const dataDir = join(temporaryDirectory(), 'file');
  mkdirSync(join(dataDir, 'store.sqlite'), { recursive: true });
  chmodSync(dataDir, 0o500);
  await expect(openStore({ dataDir, log })).rejects.toMatchObject({ code: 'STORE_FAILED' });
});

test('killed again and again, the server comes back and has all that it acknowledged', async () => {
  const store = await open();
  const Counter = store
    .connection('k')
    .model('Counter', new mongoose.Schema({ _id: String, n: Number }, { versionKey: false }));
  await Counter.create({ _id: 'total', n: 0 });
  const acknowledged: string[] = [];
  let uncertain = 0;
  let done = false;
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let i = 0; !done; i++) {
      const _id = `${writer}-${i}`;
      const writeConcern = i % 2 ? journaled : {};
      try {
        await Counter.updateOne({ _id: 'total' }, { $inc: { n: 1 } }, { writeConcern });
        await Counter.create([{ _id, n: i }], writeConcern);
        acknowledged.push(_id);
      } catch (error) {
        if (error instanceof mongoose.mongo.MongoServerError) throw error;
        uncertain++;
      }
    }
  });
  const writing = async () => {
    const before = acknowledged.length;
    await expect
      .poll(() => acknowledged.length, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(before + 50);
  };
  for (let i = 0; i < KILLS; i++) {
    await writing();
    process.kill(await serverPid(store), 'SIGKILL');
  }
  await writing();
  done = true;
  await Promise.all(writers);
  const stored = new Set(await Counter.distinct('_id', { _id: { $ne: 'total' } }));
  expect(acknowledged.filter((_id) => !stored.has(_id))).toEqual([]);
  expect(stored.size - acknowledged.length).toBeLessThanOrEqual(uncertain);
  const { n } = (await Counter.findById('total').lean())!;
  expect(n).toBeGreaterThanOrEqual(acknowledged.length);
  expect(n! - acknowledged.length).toBeLessThanOrEqual(uncertain);
  expect(lines.filter(({ message }) => message.includes('restarting')).length).toBeGreaterThanOrEqual(KILLS);
});

test('the server ends with the process that opened it, and lets the directory go', async () => {
  const dataDir = temporaryDirectory();
  const program = `
    import { openStore } from ${JSON.stringify(new URL('./openStore.ts', import.meta.url).href)};
    const log = { info() {}, warn() {}, error() {} };
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)}, log });
    await store.connection().collection('c').insertOne({ _id: 1 });
    console.log('open');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  const store = await open(dataDir);
  expect(await store.connection().collection('c').countDocuments()).toBe(1);
});

test('processes that race for leases never get the same one', { timeout: 60_000 }, async () => {
  const store = await open();
  const tasks = store.connection('race').collection<{ _id: number; state: string; by?: string }>('tasks');
  const number = process.env['SOAK'] ? 5_000 : 300;
  await tasks.createIndex({ state: 1, _id: 1 });
  await tasks.insertMany(Array.from({ length: number }, (_, _id) => ({ _id, state: 'READY' })));
  const racer = `
    import { MongoClient } from 'mongodb';
    const client = new MongoClient(process.argv[1]);
    const tasks = client.db('race').collection('tasks');
    const claimed = [];
    const work = async () => {
      for (;;) {
        const task = await tasks.findOneAndUpdate({ state: 'READY' }, { $set: { state: 'LEASED', by: process.argv[2] } }, { sort: { _id: 1 } });
        if (!task) return;
        claimed.push(task._id);
      }
    };
    await Promise.all([work(), work(), work()]);
    await client.close();
    console.log(JSON.stringify(claimed));`;
  const claims = await Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      const args = ['--input-type=module', '--eval', racer, store.uri, name];
      const child = spawn(process.execPath, args, {
        cwd: import.meta.dirname,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      for await (const chunk of child.stdout) text += String(chunk);
      return { name, claimed: JSON.parse(text) as number[] };
    }),
  );
  expect(claims.flatMap(({ claimed }) => claimed).sort((a, b) => a - b)).toEqual(
    Array.from({ length: number }, (_, i) => i),
  );
  for (const { name, claimed } of claims)
    expect(await tasks.countDocuments({ by: name })).toBe(claimed.length);
});
