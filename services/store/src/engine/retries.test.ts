import { join } from 'node:path';
import { Long, MongoClient } from 'mongodb';
import type { ServerSessionId } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../wire/startServer.ts';
import { uriOf } from '../wire/address.ts';
import { FakeClock } from './testing/fakeClock.ts';
import { temporaryDirectory } from './testing/temporaryEngine.ts';

/** A client that sends the same retryable write as often as it is told, as the driver does when an answer is lost. */
async function connectTo(file: string, clock: FakeClock, id?: ServerSessionId) {
  const server = await startServer({ file, listen: { port: 0 }, clock });
  const client = new MongoClient(uriOf({ port: 0 }, 'test', server.port));
  /** The server first: a client that closes while it can ends its sessions. */
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= server.close().then(() => client.close()));
  onTestFinished(close);
  const session = client.startSession();
  const { serverSession } = session;
  if (id) serverSession.id = id;
  const send = (command: object, txnNumber: number) =>
    client.db('test').command({ ...command, txnNumber: Long.fromNumber(txnNumber) }, { session });
  return { client, server, id: serverSession.id, send, close };
}

const increment = { update: 'c', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }] };

test('a write that is sent again is answered as the first time and done once, even by a new process', async () => {
  const file = join(temporaryDirectory(), 'store.sqlite');
  const clock = new FakeClock(1_000_000);
  const first = await connectTo(file, clock);
  const answers = [await first.send(increment, 1), await first.send(increment, 1)];
  const claim = { findAndModify: 'c', query: { _id: 1 }, update: { $inc: { n: 1 } }, new: true };
  answers.push(await first.send(claim, 2));
  await first.close();

  const second = await connectTo(file, clock, first.id);
  const again = await second.send(claim, 2);
  expect(answers[1]).toEqual(answers[0]);
  expect(again).toEqual(answers[2]);
  expect(await second.client.db('test').collection('c').findOne({})).toEqual({ _id: 1, n: 2 });
  const stale = second.send(increment, 1);
  await expect(stale).rejects.toMatchObject({ code: 225 });
});

test('a write that failed as a whole is tried again, and answers are forgotten in time', async () => {
  const file = join(temporaryDirectory(), 'store.sqlite');
  const clock = new FakeClock(1_000_000);
  const { client, server, send } = await connectTo(file, clock);
  const failing = { findAndModify: 'c', query: {}, update: { $inc: { a: 'text' } }, upsert: true };
  await expect(send(failing, 1)).rejects.toMatchObject({ code: 14 });
  await send(increment, 2);
  clock.advance(31 * 60_000);
  await server.sweep();
  await send(increment, 2);
  expect(await client.db('test').collection('c').findOne({})).toEqual({ _id: 1, n: 2 });
});
