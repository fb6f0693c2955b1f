import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '../engine/testing/temporaryEngine.ts';
import { uriOf } from '../wire/address.ts';
import { privateAddress } from './privateAddress.ts';
import { superviseServer } from './superviseServer.ts';

const log = { info() {}, warn() {}, error() {} };

test('without unix sockets it is loopback with a secret, the same after a crash', async () => {
  const directory = temporaryDirectory();
  const { listen } = privateAddress(directory, 'win32');
  expect(listen).toMatchObject({ port: 0, password: expect.stringMatching(/^[\w-]{43}$/) });
  const server = await superviseServer({ file: join(directory, 'store.sqlite'), listen }, log);
  onTestFinished(() => server.close());
  const uri = uriOf(listen, 'test', server.port);
  const client = new MongoClient(uri);
  onTestFinished(() => client.close());
  await client.db().collection('c').insertOne({ a: 1 });
  const { pid, port } = server;
  process.kill(pid!, 'SIGKILL');
  await expect.poll(() => server.pid !== undefined && server.pid !== pid, { timeout: 10_000 }).toBe(true);
  expect(server.port).toBe(port);
  expect(await client.db().collection('c').countDocuments()).toBe(1);
  const stranger = new MongoClient(uri.replace(/:[^@/]+@/, ':guess@'));
  await expect(stranger.connect()).rejects.toMatchObject({ code: 18 });
  await stranger.close();
});

test('closed while it is restarting, it stays closed', async () => {
  const directory = temporaryDirectory();
  const { listen } = privateAddress(directory);
  const order = { file: join(directory, 'store.sqlite'), listen };
  const first = await superviseServer(order, log);
  process.kill(first.pid!, 'SIGKILL');
  await expect.poll(() => first.pid).toBeUndefined();
  await first.close();
  const second = await superviseServer(order, log);
  await second.close();
  expect(second.pid).toBeUndefined();
});
